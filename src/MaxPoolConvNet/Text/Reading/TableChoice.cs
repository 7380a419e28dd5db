namespace MaxPoolConvNet.Text;

/// <summary>The caller's options for a table; what they leave open is detected.</summary>
internal sealed class TableChoice
{
    public char? Separator { get; init; }

    public bool? HasHeader { get; init; }

    /// <summary>The label columns by name or number; empty to detect them.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The text columns by name or number; empty to detect them.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The separator of several labels in one field; null for one label.</summary>
    public string? LabelSeparator { get; init; }

    /// <summary>Whether the table has labels.</summary>
    public bool IsLabeled { get; init; } = true;

    /// <summary>The type name of the options, for messages.</summary>
    public string Options { get; init; } = nameof(LabeledTextFileOptions);

    /// <summary>How to name the columns, for messages.</summary>
    public string Hint => IsLabeled
        ? $"name them with {Options}.{ColumnNames.LabelOption} and {ColumnNames.TextOption}"
        : $"name it with {Options}.{ColumnNames.TextOption}";

    public IEnumerable<string> Named => Labels.Concat(Texts);

    /// <exception cref="ArgumentException">A column name is blank or names both label and text, or a separator isn't valid.</exception>
    public void Check()
    {
        foreach (string label in Labels)
            ArgumentException.ThrowIfNullOrWhiteSpace(label, ColumnNames.LabelOption);
        foreach (string text in Texts)
            ArgumentException.ThrowIfNullOrWhiteSpace(text, ColumnNames.TextOption);
        if (Labels.FirstOrDefault(label => Texts.Contains(label, StringComparer.OrdinalIgnoreCase)) is { } both)
        {
            throw new ArgumentException(
                $"{ColumnNames.LabelOption} and {ColumnNames.TextOption} both name the column \"{both}\"", ColumnNames.TextOption);
        }

        if (Separator is '"' or '\r' or '\n')
            throw new ArgumentException("a quote or a line end can't separate fields", nameof(Separator));
        if (LabelSeparator is { Length: 0 })
            throw new ArgumentException("the label separator is empty, expected at least one character", nameof(LabelSeparator));
        if (LabelSeparator is not null && Labels.Count > 1)
        {
            throw new ArgumentException(
                "LabelSeparator is for several labels in one column, but several columns are named", nameof(LabelSeparator));
        }
    }
}
