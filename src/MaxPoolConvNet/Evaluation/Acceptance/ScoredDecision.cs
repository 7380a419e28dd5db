namespace MaxPoolConvNet.Evaluation;

/// <summary>An answer of a classifier to a text that it wasn't trained on.</summary>
internal readonly struct ScoredDecision(double probability, bool isRight)
{
    /// <summary>The probability of the answer, from 0 to 1: that of the predicted label, or that a label applies.</summary>
    public double Probability { get; } = probability;

    /// <summary>Whether the answer is right.</summary>
    public bool IsRight { get; } = isRight;
}
