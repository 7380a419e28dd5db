namespace MaxPoolConvNet.Text;

/// <summary>The columns that a caller names by options with the properties LabelColumn and TextColumn.</summary>
/// <param name="Label">The name of the label's column; null for a usual one.</param>
/// <param name="Text">The name of the text's column; null for a usual one.</param>
/// <param name="Options">The type of the options, for messages.</param>
/// <param name="Place">What the names of a table's columns make up, for messages.</param>
internal readonly record struct ColumnChoice(string? Label, string? Text, string Options, string Place)
{
    private const string LabelColumn = nameof(LabeledTextFileOptions.LabelColumn);
    private const string TextColumn = nameof(LabeledTextFileOptions.TextColumn);

    /// <summary>How to name the columns.</summary>
    public string Hint => $"name them by {Options}.{LabelColumn} and {TextColumn}";

    /// <exception cref="ArgumentException">A name is blank, or both are the same.</exception>
    public void Check()
    {
        CheckName(Label, LabelColumn);
        CheckName(Text, TextColumn);
        if (Label is not null && string.Equals(Label, Text, StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"{LabelColumn} and {TextColumn} both name the column \"{Label}\"", TextColumn);
    }

    private static void CheckName(string? name, string option)
    {
        if (name is not null) ArgumentException.ThrowIfNullOrWhiteSpace(name, option);
    }
}
