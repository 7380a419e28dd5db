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

    /// <summary>The words as the tokenizer gives them, with spaces between them.</summary>
    public string Text { get; }

    /// <summary>k: the words that the filters look at, padding included.</summary>
    public int Width { get; }

    /// <summary>
    /// What it adds to the label's logit. From the model alone, v·h of one filter; from texts, the contribution of the whole window, of all
    /// filters that it won: the mean over the texts in which it won any.
    /// </summary>
    public double Contribution { get; }

    /// <summary>The number of texts in which it won filters; 0 where it comes from the model alone.</summary>
    public int TextCount { get; }

    /// <summary>The words and the contribution.</summary>
    /// <returns>Invariant culture. Control characters of the text are replaced.</returns>
    public override string ToString() => $"{SafeText.ForTerminal(Text)} {SafeText.Signed(Contribution)}";
}
