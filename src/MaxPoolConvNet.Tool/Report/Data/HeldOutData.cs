using System.Collections.Immutable;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>The content of a report about the held-out texts.</summary>
internal sealed record HeldOutData
{
    public required EvaluationReport Evaluation { get; init; }

    /// <summary>The confusions between labels; null with several labels per text.</summary>
    public required ConfusedLabels? Confused { get; init; }

    /// <summary>The errors of each label, in order; empty with one label per text.</summary>
    public required ImmutableArray<LabelErrors> Errors { get; init; }

    /// <summary>The curves of the most frequent labels, the most frequent first.</summary>
    public required ImmutableArray<PrecisionRecallCurve> Curves { get; init; }

    /// <summary>The mistakes to show, the most confident first.</summary>
    public required ImmutableArray<Mistake> Mistakes { get; init; }

    /// <summary>The number of all mistakes.</summary>
    public required int AllMistakes { get; init; }

    /// <summary>The near-duplicates; null if the training texts are unknown.</summary>
    public required DuplicateData? Duplicates { get; init; }

    public static HeldOutData Of(ReportSource source, EvaluationReport evaluation)
    {
        ImmutableArray<string> labels = [.. evaluation.Classes.Select(one => one.Label)];
        ImmutableArray<int> watched = CurveLabels(evaluation, source.Classifier.Labels.Length);
        HeldOutPredictions predictions = HeldOutPredictions.Of(source.Classifier, labels, source.Texts.HeldOut, watched);
        return new HeldOutData
        {
            Evaluation = evaluation,
            Confused = evaluation.Confusion is { } confusion ? ConfusedLabels.Of(confusion, predictions) : null,
            Errors = evaluation.Confusion is null ? LabelErrors.Of(labels, predictions.Texts) : [],
            Curves = [.. predictions.Watched.Select((label, place) => PrecisionRecallCurve.Of(labels[label], predictions.ScoresOf(place)))],
            Mistakes = Mistake.MostConfident(source.Classifier, source.Texts.HeldOut, predictions.Texts),
            AllMistakes = predictions.Texts.Sum(text => text.Wrong.Length),
            Duplicates = source.Duplicates is { } duplicates ? DuplicateData.Of(duplicates, source.Texts, predictions.Texts) : null,
        };
    }

    private static ImmutableArray<int> CurveLabels(EvaluationReport evaluation, int known)
    {
        const int MostCurves = 10;
        ImmutableArray<ClassReport> classes = evaluation.Classes;
        return
        [
            .. Enumerable.Range(0, known).Where(label => classes[label].Support > 0)
                .OrderByDescending(label => classes[label].Support).Take(MostCurves),
        ];
    }
}
