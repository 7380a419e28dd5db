namespace MaxPoolConvNet;

/// <summary>Words that a filter responds to. Immutable and thread-safe.</summary>
public sealed class FilterNgram
{
    internal FilterNgram(string text, double response)
    {
        Text = text;
        Response = response;
    }

    /// <summary>
    /// The words as the tokenizer returns them, separated by spaces; fewer than the filter's width at the end of a text.
    /// </summary>
    public string Text { get; }

    /// <summary>h, the filter's response after the activation.</summary>
    public double Response { get; }

    /// <summary>The words and the response.</summary>
    /// <returns>Invariant culture. Control characters of the text are replaced.</returns>
    public override string ToString() => FormattableString.Invariant($"{SafeText.ForTerminal(Text)} {Response:F4}");
}
