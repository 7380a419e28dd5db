namespace MaxPoolConvNet.Text;

/// <summary>Options of <see cref="LabeledTextRows"/>: the columns to read.</summary>
/// <remarks>
/// <para>A column is given by its name in the query, ignoring case, or by its number from 1, such as <c>"2"</c>.</para>
/// <para>The method that the options are passed to validates and copies them: later changes have no effect on it.</para>
/// </remarks>
public sealed record LabeledTextRowsOptions
{
    /// <summary>
    /// The column of the label; or several columns, one per label, whose names are the labels. A label applies if its column is 1 or true;
    /// it doesn't apply if the column is 0, false, empty or null.
    /// </summary>
    /// <remarks>
    /// A name must not be blank. The default is <see langword="null"/>: the column named label, labels, category, class, sentiment or
    /// target; or, of two columns, the one that isn't the text.
    /// </remarks>
    public IReadOnlyList<string>? LabelColumns { get; set => field = value is null ? null : [.. value]; }

    /// <summary>
    /// The column of the text; or several columns, such as a title and a description, which are joined with a space. A name must not be
    /// blank or that of a label column.
    /// </summary>
    /// <remarks>
    /// The default is <see langword="null"/>: the column named text, review, sentence, content or message; or, of two columns, the one that
    /// isn't the label.
    /// </remarks>
    public IReadOnlyList<string>? TextColumns { get; set => field = value is null ? null : [.. value]; }

    /// <summary>
    /// The separator of several labels in the label column, such as <c>"|"</c>; an empty value means that no label applies. The default is
    /// <see langword="null"/>: each value is one label.
    /// </summary>
    public string? LabelSeparator { get; set; }

    internal TableChoice Choice => new()
    {
        Labels = LabelColumns ?? [],
        Texts = TextColumns ?? [],
        LabelSeparator = LabelSeparator,
        Options = nameof(LabeledTextRowsOptions),
    };
}
