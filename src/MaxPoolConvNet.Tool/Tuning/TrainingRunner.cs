using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Real trainings.</summary>
internal sealed class TrainingRunner(TrainingOptions start, TuningTexts texts, TimeProvider time) : ITrialRunner
{
    public TrialScore? Try(TrialSettings settings, TrialSetup form, IProgress<TrialProgress> progress, CancellationToken cancellation)
    {
        TrainingOptions options = settings.ToOptions(start, texts.Learning.Count) with { Networks = form.Networks, Threads = form.Threads, Seed = form.Seed };
        if (Train(options, texts.Learning, new ShareOfTraining(progress), cancellation) is not { } classifier) return null;
        return new TrialScore(classifier.Evaluate(texts.Choice, form.Threads).Accuracy, CalibratedLoss.Of(classifier, texts.Choice));
    }

    public IReadOnlyList<bool>? Test(TrialSettings settings, CancellationToken cancellation)
    {
        TrainingOptions options = settings.ToOptions(start, texts.LearningAndChoice.Count);
        if (Train(options, texts.LearningAndChoice, null, cancellation) is not { } classifier) return null;
        return classifier.LabelsPerText == LabelsPerText.Several
            ? [.. texts.Test.Select(text => classifier.PredictLabels(text.Text).Select(one => one.Label).ToHashSet().SetEquals(text.Labels))]
            : [.. classifier.PredictAll([.. texts.Test.Select(text => text.Text)], start.Threads).Select((one, t) => one.Label == texts.Test[t].Labels[0])];
    }

    private TextClassifier? Train(TrainingOptions options, IReadOnlyList<LabeledText> learned, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        TrainingResult result = new Trainer(options, timeProvider: time).Train(learned, progress, cancellation);
        return result.StopReason == StopReason.Cancelled ? null : result.Classifier;
    }

    private sealed class ShareOfTraining(IProgress<TrialProgress> progress) : IProgress<TrainingProgress>
    {
        private double? _accuracy;

        public void Report(TrainingProgress value)
        {
            if (value.DoneTextCount == value.TextCount) _accuracy = value.Accuracy;
            progress.Report(new TrialProgress((value.Epoch - 1 + ((double)value.DoneTextCount / value.TextCount)) / value.EpochCount, _accuracy));
        }
    }
}
