using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Reports made from logits instead of texts.</summary>
internal static class Tallied
{
    /// <summary>Texts of two labels by their logit for the second one.</summary>
    public static EvaluationReport Logistic(params IEnumerable<(int Label, float Logit)> texts) =>
        Report(new OutputWeights<float>(OutputKind.Logistic, 1, 1, hasBias: false), texts.Select(text => (text.Label, new[] { text.Logit })));

    /// <summary>Texts of the labels a, b, c, … by their logits for each.</summary>
    public static EvaluationReport Softmax(int classes, params IEnumerable<(int Label, float[] Logits)> texts) =>
        Report(new OutputWeights<float>(OutputKind.Softmax, classes, 1, hasBias: false), texts);

    /// <summary>Texts by their count in each cell of a confusion matrix.</summary>
    public static EvaluationReport Counts(int[,] counts)
    {
        int classes = counts.GetLength(0);
        return Softmax(
            classes,
            from actual in Enumerable.Range(0, classes)
            from predicted in Enumerable.Range(0, classes)
            from _ in Enumerable.Range(0, counts[actual, predicted])
            select (actual, Enumerable.Range(0, classes).Select(label => label == predicted ? 1f : 0f).ToArray()));
    }

    /// <summary>The counts of a confusion matrix.</summary>
    public static LabelCounts LabelCounts(int[,] counts) => Counts(counts).Confusion!.Counts();

    private static EvaluationReport Report(OutputWeights<float> output, IEnumerable<(int Label, float[] Logits)> texts)
    {
        var tally = new EvaluationTally([.. "abcdefgh".Take(output.Classes).Select(letter => letter.ToString())], [], output.Function);
        foreach ((int label, float[] logits) in texts)
            tally.Add(logits, new TrueLabels(Target.OfClass(label), []));
        return tally.ToReport();
    }
}
