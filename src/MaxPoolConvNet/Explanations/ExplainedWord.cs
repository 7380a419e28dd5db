namespace MaxPoolConvNet;

/// <summary>A word of a text and its contribution to the decision. Immutable and thread-safe.</summary>
public sealed class ExplainedWord
{
    internal ExplainedWord(int start, int length, string text, double contribution)
    {
        Start = start;
        Length = length;
        Text = text;
        Contribution = contribution;
    }

    /// <summary>The start of the word in the text, in UTF-16 units.</summary>
    public int Start { get; }

    /// <summary>The length of the word in the text, in UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>The word as written in the text.</summary>
    public string Text { get; }

    /// <summary>The contribution of the word to the logit of <see cref="Explanation.Label"/>. Each window's contribution is divided evenly
    /// among its words.</summary>
    public double Contribution { get; }

    /// <summary>The word and its contribution.</summary>
    /// <returns>Invariant culture. Control characters of the text are replaced.</returns>
    public override string ToString() => $"{SafeText.ForTerminal(Text)} {SafeText.Signed(Contribution)}";
}
