namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>What is made of actual and predicted labels: one number from 0 to 1.</summary>
/// <param name="F1Label">The label whose F1 it is; null for the accuracy over all labels.</param>
internal sealed record Measure(string? F1Label)
{
    public static Measure Accuracy { get; } = new((string?)null);

    public string Name => F1Label is null ? "accuracy" : $"F1 of '{F1Label}'";

    /// <exception cref="InvalidDataException">There isn't a predicted label for each actual one.</exception>
    public double Of(IReadOnlyList<string> actual, IReadOnlyList<string> predicted)
    {
        if (predicted.Count != actual.Count)
            throw new InvalidDataException($"{predicted.Count} labels were predicted for {actual.Count} texts");
        return actual.Zip(predicted, TermsOf).Aggregate((sum, terms) => sum + terms).Ratio;
    }

    /// <summary>What a text adds to the two sums whose ratio is the measure.</summary>
    public MeasureTerms TermsOf(string actual, string predicted) => F1Label is null
        ? new MeasureTerms(actual == predicted ? 1 : 0, 1)
        : new MeasureTerms(
            actual == F1Label && predicted == F1Label ? 2 : 0,
            (actual == F1Label ? 1 : 0) + (predicted == F1Label ? 1 : 0));
}
