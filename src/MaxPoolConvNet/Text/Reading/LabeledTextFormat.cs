namespace MaxPoolConvNet.Text;

/// <summary>The format of a file of labeled texts.</summary>
public enum LabeledTextFormat
{
    /// <summary>Detects the format from the content and the file name.</summary>
    /// <remarks>
    /// <para>The format is <see cref="Json"/> for JSON objects, <see cref="FastText"/> for lines with <c>__label__</c>, a table
    /// (<see cref="Csv"/> or <see cref="TabSeparated"/>) if a tab, comma, semicolon or bar splits all rows into the same number of fields,
    /// otherwise <see cref="SpaceSeparated"/>. A file whose name ends with <c>.csv</c> or <c>.csv.gz</c> is a table unless it is
    /// JSON.</para>
    /// <para>A file detected as <see cref="SpaceSeparated"/> is refused if its first words don't look like labels: if their number is more
    /// than half that of the lines, each word counted once. Only the first 1,000 lines count, and files of fewer than 10 lines aren't
    /// checked. In lines such as <c>spam: text</c> or <c>not spam | text</c>, with the same mark and a space after the label of each,
    /// labels may have up to five words; the mark, a colon, semicolon, bar or comma, isn't part of them.</para>
    /// </remarks>
    Detect,

    /// <summary>
    /// A table with tab-separated fields, in which quotes are ordinary characters. In a table of two columns without a header, the first
    /// tab ends the label and further tabs are part of the text.
    /// </summary>
    TabSeparated,

    /// <summary><c>label text</c>: the first word is the label. A line of a single word is an error.</summary>
    SpaceSeparated,

    /// <summary><c>__label__x __label__y text</c>, as fastText reads it.</summary>
    /// <remarks>Every word that begins with <c>__label__</c> is a label, anywhere in the line; the other words are the text. Labels are
    /// stored without the prefix. A label that occurs twice in a line is an error. So is a line without a label, which fastText skips
    /// silently, unless <see cref="LabeledTextFileOptions.AllowUnlabeled"/> is set.</remarks>
    FastText,

    /// <summary>
    /// A table with fields separated by commas or another separator (RFC 4180). A quoted field may contain separators, line breaks and
    /// doubled quotes.
    /// </summary>
    /// <remarks>A quote within a field that doesn't begin with a quote is an ordinary character.</remarks>
    Csv,

    /// <summary>JSON objects, one per line or all in one array. A label is a string, a number, true or false, or an array of
    /// them.</summary>
    Json,

    /// <summary>A folder with one sub-folder per label, named after the label, which contains one file per text.</summary>
    /// <remarks>
    /// Hidden files and folders, those that Windows and macOS add to folders and archives (Thumbs.db, desktop.ini, __MACOSX) and files
    /// beside the sub-folders are ignored; a folder within a sub-folder is an error.
    /// <see cref="Detect"/> chooses it if the path is a folder.
    /// </remarks>
    Folder,
}
