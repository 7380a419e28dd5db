namespace MaxPoolConvNet.Text;

/// <summary>Options of <see cref="LabeledTextFile"/>. What an option leaves open is detected from the file.</summary>
/// <remarks>
/// <para>A column is given by its name in the header, ignoring case, or by its number from 1, such as <c>"2"</c>.</para>
/// <para>The method that the options are passed to validates and copies them: later changes have no effect on it.</para>
/// </remarks>
public sealed record LabeledTextFileOptions
{
    /// <summary>The format of the file. The default is <see cref="LabeledTextFormat.Detect"/>.</summary>
    public LabeledTextFormat Format { get; set; } = LabeledTextFormat.Detect;

    /// <summary>
    /// The name of the encoding, such as <c>"utf-8"</c>, <c>"utf-16"</c>, <c>"windows-1252"</c> or <c>"shift_jis"</c>. The default is
    /// <see langword="null"/>: UTF-16 if the first bytes indicate it, otherwise UTF-8.
    /// </summary>
    /// <remarks>A byte that isn't valid in the encoding is an error.</remarks>
    public string? Encoding { get; set; }

    /// <summary>The character that separates the fields of a table.</summary>
    /// <remarks>
    /// The default is <see langword="null"/>: the tab, comma, semicolon or bar that splits all rows into the same number of fields, or the
    /// separator that a first line such as <c>sep=;</c> gives.
    /// </remarks>
    public char? Separator { get; set; }

    /// <summary>Whether the first row of a table is a header.</summary>
    /// <remarks>
    /// The default is <see langword="null"/>: it is if it contains a usual column name, or if one of its fields is the only one of its
    /// column that isn't a number or date, or that isn't a recurring label.
    /// </remarks>
    public bool? HasHeader { get; set; }

    /// <summary>
    /// The column of the label, in a table or in JSON objects; or several columns, one per label, whose names are the labels.
    /// </summary>
    /// <remarks>
    /// A label applies if its column is 1 or true; it doesn't apply if the column is 0, false or empty. A name must not be blank. The
    /// default is <see langword="null"/>: the column named label, labels, category, class, sentiment or target; or, of two columns with
    /// names, the one that isn't the text; or all columns that contain only 0 and 1, if there are at least two.
    /// </remarks>
    public IReadOnlyList<string>? LabelColumns { get; set => field = value is null ? null : [.. value]; }

    /// <summary>
    /// The column of the text, in a table or in JSON objects; or several columns, such as a title and a description, which are joined with
    /// a space. A name must not be blank or that of a label column.
    /// </summary>
    /// <remarks>
    /// The default is <see langword="null"/>: the column named text, review, sentence, content or message; or, of two columns with names,
    /// the one that isn't the label; or, if label columns are known, the only other column with texts of several words.
    /// </remarks>
    public IReadOnlyList<string>? TextColumns { get; set => field = value is null ? null : [.. value]; }

    /// <summary>
    /// The separator of several labels in the label column, such as <c>"|"</c>; an empty field means that no label applies. The default is
    /// <see langword="null"/>: each field is one label.
    /// </summary>
    public string? LabelSeparator { get; set; }

    /// <summary>
    /// Whether a line without <c>__label__</c> is a text without labels. The default is <see langword="false"/>: such a line is an error.
    /// <see langword="true"/> requires <see cref="Format"/> to be <see cref="LabeledTextFormat.FastText"/>.
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
        {
            throw new ArgumentException(
                $"{nameof(AllowUnlabeled)} requires the format {LabeledTextFormat.FastText}; the format is {Format}",
                nameof(AllowUnlabeled));
        }

        if (Encoding is not null) TextEncodings.Named(Encoding);
        Choice.Check();
    }

    /// <exception cref="ArgumentException">An option is set that applies only to files.</exception>
    internal void CheckForFolder(string path)
    {
        if (Format is not (LabeledTextFormat.Detect or LabeledTextFormat.Folder))
            throw new ArgumentException($"{path} is a folder; the format {Format} requires a file");
        if (Choice.Named.Any() || Separator is not null || HasHeader is not null || LabelSeparator is not null)
        {
            throw new ArgumentException(
                $"{path} is a folder, whose sub-folders are the labels; "
                + "leave out columns, separators and header, which are for tables and JSON");
        }
    }
}
