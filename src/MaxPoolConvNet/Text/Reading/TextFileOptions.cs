namespace MaxPoolConvNet.Text;

/// <summary>How <see cref="TextFile"/> reads; checked and copied where they are passed to it. What isn't said is found in the file.</summary>
public sealed record TextFileOptions
{
    /// <summary>How the file writes its texts. The default is <see cref="TextFileFormat.Detect"/>.</summary>
    public TextFileFormat Format { get; set; } = TextFileFormat.Detect;

    /// <summary>The name of its encoding, such as <c>"windows-1252"</c>. The default is <see langword="null"/>: UTF-16 where the first bytes say so, else UTF-8.</summary>
    public string? Encoding { get; set; }

    /// <summary>What stands between two fields of a table. The default is <see langword="null"/>: a tab, comma, semicolon or bar, as the first rows tell.</summary>
    public char? Separator { get; set; }

    /// <summary>Whether the first row of a table names its columns. The default is <see langword="null"/>: as it looks.</summary>
    public bool? HasHeader { get; set; }

    /// <summary>
    /// The column or JSON property of the text, by name or by number from 1; or several that make it up, joined by a space. No name is blank.
    /// The default is <see langword="null"/>: the one named text, review, sentence, content or message, or the only one.
    /// </summary>
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
            throw new ArgumentException("TextColumns, Separator and HasHeader are for tables and JSON, but texts are read a line each");
    }
}
