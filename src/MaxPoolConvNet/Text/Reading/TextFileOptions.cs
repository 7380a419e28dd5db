namespace MaxPoolConvNet.Text;

/// <summary>Options of <see cref="TextFile"/>. What an option leaves open is detected from the file.</summary>
/// <remarks>The method that the options are passed to validates and copies them: later changes have no effect on it.</remarks>
public sealed record TextFileOptions
{
    /// <summary>The format of the file. The default is <see cref="TextFileFormat.Detect"/>.</summary>
    public TextFileFormat Format { get; set; } = TextFileFormat.Detect;

    /// <summary>
    /// The name of the encoding, such as <c>"windows-1252"</c>. The default is <see langword="null"/>: UTF-16 if the first bytes indicate
    /// it, otherwise UTF-8. A byte that isn't valid in the encoding is an error.
    /// </summary>
    public string? Encoding { get; set; }

    /// <summary>
    /// The character that separates the fields of a table. The default is <see langword="null"/>: a tab, comma, semicolon or bar, detected
    /// from the first rows.
    /// </summary>
    public char? Separator { get; set; }

    /// <summary>Whether the first row of a table is a header. The default is <see langword="null"/>: detected from the row.</summary>
    public bool? HasHeader { get; set; }

    /// <summary>
    /// The column or JSON property of the text, by name (ignoring case) or by number from 1; or several, which are joined with a space. A
    /// name must not be blank.
    /// </summary>
    /// <remarks>The default is <see langword="null"/>: the one named text, review, sentence, content or message, or the only one.</remarks>
    public IReadOnlyList<string>? TextColumns { get; set => field = value is null ? null : [.. value]; }

    internal TableChoice Choice => new()
    {
        Separator = Separator,
        HasHeader = HasHeader,
        Texts = TextColumns ?? [],
        IsLabeled = false,
        Options = nameof(TextFileOptions),
    };

    internal void Check()
    {
        OptionRange.CheckAll(this);
        if (Encoding is not null) TextEncodings.Named(Encoding);
        Choice.Check();
        if (Format == TextFileFormat.Lines && (Choice.Texts.Count > 0 || Separator is not null || HasHeader is not null))
            throw new ArgumentException("TextColumns, Separator and HasHeader are for tables and JSON, but the format is Lines");
    }
}
