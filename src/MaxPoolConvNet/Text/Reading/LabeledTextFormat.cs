namespace MaxPoolConvNet.Text;

/// <summary>How a file writes its labelled texts.</summary>
public enum LabeledTextFormat
{
    /// <summary>
    /// By the content: JSON objects, lines with <c>__label__</c>, a table whose rows a tab, comma, semicolon or bar splits alike, else
    /// <see cref="SpaceSeparated"/>. A name that ends with <c>.csv</c> or <c>.csv.gz</c> says that it is a table. Where
    /// <see cref="SpaceSeparated"/> was detected and of the first 1,000 lines (of at least 10 in a shorter file) more than half begin with a
    /// word of their own, that is an error: they are no labels.
    /// </summary>
    Detect,

    /// <summary>
    /// A table with tabs between its fields, in which quotes are characters as others. Without a header and with two columns, the first tab
    /// ends the label and further ones belong to the text.
    /// </summary>
    TabSeparated,

    /// <summary><c>label text</c>: the first word is the label. A line of a single word is an error.</summary>
    SpaceSeparated,

    /// <summary>
    /// <c>__label__x __label__y text</c>, as fastText reads it: every word that begins with <c>__label__</c> is a label, wherever it
    /// stands in the line; the others are the text. Labels are stored without the prefix. The same label twice is an
    /// error, and so is a line without a label, which fastText would pass over in silence, unless
    /// <see cref="LabeledTextFileOptions.AllowUnlabeled"/> says that it is meant.
    /// </summary>
    FastText,

    /// <summary>
    /// A table with commas, or another separator, between its fields (RFC 4180): a field in quotes may hold separators, line breaks and
    /// doubled quotes. A quote inside a field that doesn't begin with one is an ordinary character.
    /// </summary>
    Csv,

    /// <summary>JSON objects, one a line or all in an array. A label may be a string, a number, true or false, or an array of them.</summary>
    Json,

    /// <summary>
    /// A folder with a sub-folder for each label, named as the label, and in it a file for each text. Hidden files and folders, and other files
    /// beside the sub-folders, are left out; a folder within a sub-folder is an error. It is found where the path is a folder's.
    /// </summary>
    Folder,
}
