namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>What the cost of a text depends on.</summary>
/// <param name="Words">n, words of every text.</param>
/// <param name="Vocabulary">Words that have an id.</param>
/// <param name="Filters">F, filters of each width.</param>
internal sealed record Sizes(int Words, int Vocabulary, int Filters)
{
    /// <summary>A sentence, the vocabulary of ten thousand of them, and the filters of most published networks.</summary>
    public static Sizes Typical { get; } = new(Words: 20, Vocabulary: 20_000, Filters: 100);
}
