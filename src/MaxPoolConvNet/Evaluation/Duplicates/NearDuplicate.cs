namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// A test text and the training text that is most like it: one with the same words if there is any, of equally similar ones the first.
/// Immutable.
/// </summary>
public readonly struct NearDuplicate
{
    internal NearDuplicate(int testIndex, int trainingIndex, double similarity, bool isExact)
    {
        TestIndex = testIndex;
        TrainingIndex = trainingIndex;
        Similarity = similarity;
        IsExact = isExact;
    }

    /// <summary>The test text's place in its list, from 0.</summary>
    public int TestIndex { get; }

    /// <summary>The training text's place in its list, from 0.</summary>
    public int TrainingIndex { get; }

    /// <summary>The Jaccard similarity of their word trigrams, up to 1.</summary>
    public double Similarity { get; }

    /// <summary>Whether they are the same words in the same order.</summary>
    public bool IsExact { get; }

    /// <summary>Both places and the similarity.</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"test text {TestIndex}, training text {TrainingIndex}: similarity {Similarity:F4}{(IsExact ? ", the same words" : "")}");
}
