using System.Collections.Immutable;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>What a report shows of texts that weren't learned from.</summary>
internal sealed record HeldOutData
{
    public required EvaluationReport Evaluation { get; init; }

    /// <summary>Labels taken for each other; null where a text may have several, since none of them is then taken for another.</summary>
    public required ConfusedLabels? Confused { get; init; }

    /// <summary>How often each label was missed and wrongly given, in their order; none where a text has one label.</summary>
    public required ImmutableArray<LabelErrors> Errors { get; init; }

    /// <summary>Of the labels that most texts have, those first.</summary>
    public required ImmutableArray<PrecisionRecallCurve> Curves { get; init; }

    /// <summary>The most confident first.</summary>
    public required ImmutableArray<Mistake> Mistakes { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int AllMistakes { get; init; }

    /// <summary>Null where nothing is known of the texts learned from.</summary>
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
