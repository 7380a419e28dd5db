namespace MaxPoolConvNet;

/// <summary>Words that speak for a label. Immutable and thread-safe.</summary>
public sealed class LabelNgram
{
    internal LabelNgram(string text, int width, double contribution, int textCount)
    {
        Text = text;
        Width = width;
        Contribution = contribution;
        TextCount = textCount;
    }

    /// <summary>The words as the tokenizer returns them, separated by spaces.</summary>
    public string Text { get; }

    /// <summary>k: the width of the filters in words, including padding.</summary>
    public int Width { get; }

    /// <summary>
    /// The contribution to the logit of the label. From the model alone, v·h of one filter; from texts, the contribution of all filters
    /// that the window won, as a mean over the texts in which it won any.
    /// </summary>
    public double Contribution { get; }

    /// <summary>The number of texts in which the n-gram won filters; 0 if it comes from the model alone.</summary>
    public int TextCount { get; }

    /// <summary>The words and the contribution.</summary>
    /// <returns>Invariant culture. Control characters of the text are replaced.</returns>
    public override string ToString() => $"{SafeText.ForTerminal(Text)} {SafeText.Signed(Contribution)}";
}
