namespace MaxPoolConvNet;

/// <summary>A word of a text and its share of the decision. Immutable and thread-safe.</summary>
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

    /// <summary>The word as the text has it.</summary>
    public string Text { get; }

    /// <summary>What it added to the logit of <see cref="Explanation.Label"/>: of each window that covers it, an even share.</summary>
    public double Contribution { get; }

    /// <summary>The word and its contribution.</summary>
    /// <returns>Invariant culture. Control characters of the text are replaced.</returns>
    public override string ToString() => $"{SafeText.ForTerminal(Text)} {SafeText.Signed(Contribution)}";
}
