namespace MaxPoolConvNet.Evaluation;

/// <summary>A word or a word pair of a text that argues for a label. Immutable and thread-safe.</summary>
public sealed class EvidenceNgram
{
    internal EvidenceNgram(string text, double weight, int suggestedTextCount, int givenTextCount)
    {
        Text = text;
        Weight = weight;
        SuggestedTextCount = suggestedTextCount;
        GivenTextCount = givenTextCount;
    }

    /// <summary>The words as written in the text.</summary>
    public string Text { get; }

    /// <summary>The logarithm of how much more frequent it is under the label for which it argues; above 0.</summary>
    public double Weight { get; }

    /// <summary>The number of other texts with the n-gram and the suggested label.</summary>
    public int SuggestedTextCount { get; }

    /// <summary>The number of other texts with the n-gram and the given label.</summary>
    public int GivenTextCount { get; }

    /// <summary>The words and both counts.</summary>
    /// <returns>Invariant culture. Control characters of the text are replaced.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{SafeText.ForTerminal(Text)} ({SuggestedTextCount} : {GivenTextCount})");
}
