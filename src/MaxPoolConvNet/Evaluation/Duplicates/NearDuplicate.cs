namespace MaxPoolConvNet.Evaluation;

/// <summary>A test text and the training text that is most similar to it. Immutable and thread-safe.</summary>
/// <remarks>A training text with the same words comes before all others. Of equally similar ones it is the first.</remarks>
public readonly struct NearDuplicate
{
    internal NearDuplicate(int testIndex, int trainingIndex, double similarity, bool isExact)
    {
        TestIndex = testIndex;
        TrainingIndex = trainingIndex;
        Similarity = similarity;
        IsExact = isExact;
    }

    /// <summary>The index of the test text, from 0.</summary>
    public int TestIndex { get; }

    /// <summary>The index of the training text, from 0.</summary>
    public int TrainingIndex { get; }

    /// <summary>The Jaccard similarity of the two texts' word trigrams, up to 1.</summary>
    public double Similarity { get; }

    /// <summary>Whether both texts have the same words in the same order.</summary>
    public bool IsExact { get; }

    /// <summary>Formats both indices and the similarity.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"test text {TestIndex}, training text {TrainingIndex}: similarity {Similarity:F4}{(IsExact ? ", the same words" : "")}");
}
