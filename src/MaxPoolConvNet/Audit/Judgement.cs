namespace MaxPoolConvNet.Evaluation;

/// <summary>What other texts say about the label of a text.</summary>
internal readonly struct Judgement(float suspicion, int label, bool isFlagged)
{
    /// <summary>From 0 to 1.</summary>
    public float Suspicion { get; } = suspicion;

    /// <summary>The class that they suggest instead; of several labels per text, the one to add or to remove.</summary>
    public int Label { get; } = label;

    /// <summary>Whether confident learning counts the label as wrong.</summary>
    public bool IsFlagged { get; } = isFlagged;
}
