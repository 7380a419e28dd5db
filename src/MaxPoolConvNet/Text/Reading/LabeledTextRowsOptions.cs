namespace MaxPoolConvNet.Text;

/// <summary>Which columns <see cref="LabeledTextRows"/> reads; checked and copied where they are passed to it.</summary>
/// <remarks>Columns are named as the query names them, upper and lower case being the same, or by their number from 1, such as <c>"2"</c>.</remarks>
public sealed record LabeledTextRowsOptions
{
    /// <summary>
    /// The column that holds the label; or several columns, each named for a label that applies where the column holds 1 or true, and
    /// doesn't where it holds 0, false or null. No name is blank. The default is <see langword="null"/>: the column named label, labels,
    /// category, class, sentiment or target; or, of two columns, the one that isn't the text.
    /// </summary>
    public IReadOnlyList<string>? LabelColumns { get; set => field = value is null ? null : [.. value]; }

    /// <summary>
    /// The column that holds the text; or several that make it up, such as a title and a description, joined by a space. No name is blank,
    /// and none is that of a label's column. The default is <see langword="null"/>: the column named text, review, sentence, content or
    /// message; or, of two columns, the one that isn't the label.
    /// </summary>
    public IReadOnlyList<string>? TextColumns { get; set => field = value is null ? null : [.. value]; }

    /// <summary>
    /// The separator of several labels in the label's column, such as <c>"|"</c>; an empty column means that no label applies. The default is
    /// <see langword="null"/>: the column is one label.
    /// </summary>
    public string? LabelSeparator { get; set; }

    internal TableChoice Choice => new()
    {
        Labels = LabelColumns ?? [],
        Texts = TextColumns ?? [],
        LabelSeparator = LabelSeparator,
        Options = nameof(LabeledTextRowsOptions),
        Place = "columns",
    };
}
