namespace MaxPoolConvNet.Text;

/// <summary>How <see cref="LabeledTextFile"/> reads; checked and copied where they are passed to it. What isn't said is found in the file.</summary>
/// <remarks>Columns are named as the header names them, upper and lower case being the same, or by their number from 1, such as <c>"2"</c>.</remarks>
public sealed record LabeledTextFileOptions
{
    /// <summary>How the file writes its labelled texts. The default is <see cref="LabeledTextFormat.Detect"/>.</summary>
    public LabeledTextFormat Format { get; set; } = LabeledTextFormat.Detect;

    /// <summary>
    /// The name of its encoding, such as <c>"utf-8"</c>, <c>"utf-16"</c>, <c>"windows-1252"</c> or <c>"shift_jis"</c>. The default is
    /// <see langword="null"/>: UTF-16 where the first bytes say so, else UTF-8. A byte that isn't of the encoding is an error.
    /// </summary>
    public string? Encoding { get; set; }

    /// <summary>
    /// What stands between two fields of a table. The default is <see langword="null"/>: the tab, comma, semicolon or bar that splits all
    /// rows alike, or the one that a first line such as <c>sep=;</c> names.
    /// </summary>
    public char? Separator { get; set; }

    /// <summary>
    /// Whether the first row of a table names its columns. The default is <see langword="null"/>: it does if it has usual names, or if
    /// what it has in the label's column isn't a label of another row.
    /// </summary>
    public bool? HasHeader { get; set; }

    /// <summary>
    /// The column that holds the label, in a table or in JSON objects; or several columns, each named for a label that applies where the
    /// column holds 1 or true, and doesn't where it holds 0, false or nothing. No name is blank. The default is <see langword="null"/>: the column named
    /// label, labels, category, class, sentiment or target; or, of two columns, the one that isn't the text; or all columns of 0 and 1 alone,
    /// where there are at least two.
    /// </summary>
    public IReadOnlyList<string>? LabelColumns { get; set => field = value is null ? null : [.. value]; }

    /// <summary>
    /// The column that holds the text, in a table or in JSON objects; or several that make it up, such as a title and a description, joined
    /// by a space. No name is blank, and none is that of a label's column. The default is <see langword="null"/>: the column named text, review, sentence,
    /// content or message; or, of two columns, the one that isn't the label; or the only one of several words beside named labels.
    /// </summary>
    public IReadOnlyList<string>? TextColumns { get; set => field = value is null ? null : [.. value]; }

    /// <summary>
    /// What stands between several labels in the label's column, such as <c>"|"</c>; an empty column means that no label applies. The
    /// default is <see langword="null"/>: the column is one label.
    /// </summary>
    public string? LabelSeparator { get; set; }

    /// <summary>
    /// Whether a line of <see cref="LabeledTextFormat.FastText"/> without <c>__label__</c> is a text to which no label applies; that
    /// format has to be asked for then. The default is <see langword="false"/>, it is an error.
    /// </summary>
    public bool AllowUnlabeled { get; set; }

    internal TableChoice Choice => new()
    {
        Separator = Separator,
        HasHeader = HasHeader,
        Labels = LabelColumns ?? [],
        Texts = TextColumns ?? [],
        LabelSeparator = LabelSeparator,
    };

    internal void Check()
    {
        OptionRange.CheckAll(this);
        if (AllowUnlabeled && Format != LabeledTextFormat.FastText)
            throw new ArgumentException($"{nameof(AllowUnlabeled)} is for the format {LabeledTextFormat.FastText}; the format is {Format}.", nameof(AllowUnlabeled));
        if (Encoding is not null) TextEncodings.Named(Encoding);
        Choice.Check();
    }

    /// <exception cref="ArgumentException">Something is said of a table or of lines, which a folder hasn't.</exception>
    internal void CheckForFolder(string path)
    {
        if (Format is not (LabeledTextFormat.Detect or LabeledTextFormat.Folder))
            throw new ArgumentException($"{path} is a folder; for the format {Format} a file was expected");
        if (Choice.Named.Any() || Separator is not null || HasHeader is not null || LabelSeparator is not null)
            throw new ArgumentException($"{path} is a folder, whose sub-folders are the labels; columns, separators and a header are for tables and JSON");
    }
}
