namespace MaxPoolConvNet.Text;

/// <summary>How a file writes its labelled texts.</summary>
public enum LabeledTextFormat
{
    /// <summary>
    /// By the name and the first line: a name that ends with <c>.csv</c> or <c>.csv.gz</c> is <see cref="Csv"/>; a first line that begins
    /// with <c>__label__</c> is <see cref="FastText"/>; one with a tab and something before it is <see cref="TabSeparated"/>; all others
    /// are <see cref="SpaceSeparated"/>. The first line is the first that isn't blank.
    /// </summary>
    Detect,

    /// <summary><c>label&lt;TAB&gt;text</c>: the first tab ends the label, further ones belong to the text. The text may be
    /// empty.</summary>
    TabSeparated,

    /// <summary><c>label text</c>: the first word is the label. A line of a single word is an error.</summary>
    SpaceSeparated,

    /// <summary>
    /// <c>__label__x text</c>, as fastText reads it, with exactly one label a line and at its start. The label is stored without the
    /// prefix. The text may be empty.
    /// </summary>
    FastText,

    /// <summary>
    /// Comma-separated values with a header row (RFC 4180): a field in quotes may hold commas, line breaks and doubled quotes. A quote
    /// inside a field that doesn't begin with one is an ordinary character. The text may be empty.
    /// </summary>
    Csv,
}
