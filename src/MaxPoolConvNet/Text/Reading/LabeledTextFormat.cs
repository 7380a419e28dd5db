namespace MaxPoolConvNet.Text;

/// <summary>How a file writes its labelled texts.</summary>
public enum LabeledTextFormat
{
    /// <summary>
    /// By the name and the first line: a name that ends with <c>.csv</c> or <c>.csv.gz</c> is <see cref="Csv"/>; a first line that begins
    /// with <c>__label__</c> is <see cref="FastText"/>; one with a tab and something before it is <see cref="TabSeparated"/>; all others
    /// are <see cref="SpaceSeparated"/>. The first line is the first that isn't blank. Where <see cref="SpaceSeparated"/> was detected and of the
    /// first 1,000 lines (of at least 10 in a shorter file) more than half begin with a word of their own, that is an error: they are no labels.
    /// </summary>
    Detect,

    /// <summary><c>label&lt;TAB&gt;text</c>: the first tab ends the label, further ones belong to the text. The text may be
    /// empty.</summary>
    TabSeparated,

    /// <summary><c>label text</c>: the first word is the label. A line of a single word is an error.</summary>
    SpaceSeparated,

    /// <summary>
    /// <c>__label__x __label__y text</c>, as fastText reads it: every word that begins with <c>__label__</c> is a label, wherever it
    /// stands in the line; the others are the text, which may be empty. Labels are stored without the prefix. The same label twice is an
    /// error, and so is a line without a label, which fastText would pass over in silence, unless
    /// <see cref="LabeledTextFileOptions.AllowUnlabeled"/> says that it is meant.
    /// </summary>
    FastText,

    /// <summary>
    /// Comma-separated values with a header row (RFC 4180): a field in quotes may hold commas, line breaks and doubled quotes. A quote
    /// inside a field that doesn't begin with one is an ordinary character. The text may be empty.
    /// </summary>
    Csv,
}
