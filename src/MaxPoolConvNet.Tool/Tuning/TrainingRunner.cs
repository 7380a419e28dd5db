using System.Collections.Immutable;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Trains and tests trials with the library. A trial is trained by this process alone, a final training by all ranks.</summary>
internal sealed class TrainingRunner(TrainingOptions start, TuningTexts texts, TimeProvider time) : ITrialRunner
{
    public TrialScore? Try(TrialSettings settings, TrialSetup setup, IProgress<TrialProgress> progress, CancellationToken cancellation)
    {
        TrainingOptions options = settings.ToOptions(start, texts.Learning.Count);

        // the loss that ranks trials is calibrated on the texts of the choice
        options = options with
        {
            Networks = setup.Networks, Threads = setup.Threads, Seed = setup.Seed, Calibration = Calibration.None, Ranks = null,
        };
        if (Train(options, texts.Learning, new TrainingProgressHandler(progress), cancellation) is not { } classifier) return null;
        double accuracy = classifier.Evaluate(texts.Choice, setup.Threads, CancellationToken.None).Accuracy;
        return new TrialScore(accuracy, CalibratedLoss.Of(classifier, texts.Choice));
    }

    public IReadOnlyList<bool>? Test(TrialSettings settings, CancellationToken cancellation)
    {
        TrainingOptions options = settings.ToOptions(start, texts.LearningAndChoice.Count);
        if (Train(options, texts.LearningAndChoice, null, cancellation) is not { } classifier) return null;
        if (classifier.IsMultiLabel)
        {
            return
            [
                .. texts.Test.Select(
                    text => classifier.Score(text.Text).Above().Select(one => one.Label).ToHashSet().SetEquals(text.Labels)),
            ];
        }

        string[] tested = [.. texts.Test.Select(text => text.Text)];
        ImmutableArray<Prediction> predictions = classifier.PredictAll(tested, start.Threads, CancellationToken.None);
        return [.. predictions.Select((prediction, t) => prediction.Label == texts.Test[t].Labels[0])];
    }

    private TextClassifier? Train(
        TrainingOptions options, IReadOnlyList<LabeledText> learned, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            TrainingResult result = new Trainer(options, timeProvider: time).Train(learned, progress, cancellation);
            return result.StopReason == StopReason.Cancelled ? null : result.Classifier;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null; // cancelled before the first epoch
        }
    }

    private sealed class TrainingProgressHandler(IProgress<TrialProgress> progress) : IProgress<TrainingProgress>
    {
        private double? _accuracy;

        public void Report(TrainingProgress value)
        {
            if (value.DoneTextCount == value.TextCount) _accuracy = value.Accuracy;
            progress.Report(new TrialProgress(TrainingShare.Of(value), _accuracy));
        }
    }
}
