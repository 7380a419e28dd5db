namespace MaxPoolConvNet.Text;

/// <summary>Which columns <see cref="LabeledTextRows"/> reads; checked where they are passed to it.</summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
public sealed record LabeledTextRowsOptions
{
    /// <summary>
    /// The name of the column that holds the label; upper and lower case are the same. Not blank. The default is
    /// <see langword="null"/>: the column named label, category, class, sentiment or target or, of two columns, the one that isn't the
    /// text.
    /// </summary>
    public string? LabelColumn { get; set; }

    /// <summary>
    /// The name of the column that holds the text; upper and lower case are the same. Not blank, and not the label's. The default is
    /// <see langword="null"/>: the column named text, review, sentence, content or message or, of two columns, the one that isn't the
    /// label.
    /// </summary>
    public string? TextColumn { get; set; }

    internal ColumnChoice Columns => new(LabelColumn, TextColumn, nameof(LabeledTextRowsOptions), "columns");
}
