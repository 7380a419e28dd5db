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
        (string Actual, string Predicted)[] pairs = [.. actual.Zip(predicted)];
        if (F1Label is null) return (double)pairs.Count(pair => pair.Actual == pair.Predicted) / pairs.Length;
        int hits = pairs.Count(pair => pair.Actual == F1Label && pair.Predicted == F1Label);
        int either = actual.Count(label => label == F1Label) + predicted.Count(label => label == F1Label);
        return either == 0 ? 0 : 2.0 * hits / either;
    }
}
