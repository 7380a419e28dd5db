namespace MaxPoolConvNet.Text;

/// <summary>The columns of a table that hold the label and the text, found by their names.</summary>
/// <param name="Count">The number of columns.</param>
/// <param name="Label">The label's column, from 0.</param>
/// <param name="Text">The text's column, from 0.</param>
internal readonly record struct LabeledTextColumns(int Count, int Label, int Text)
{
    private static readonly string[] _labelNames = ["label", "category", "class", "sentiment", "target"];
    private static readonly string[] _textNames = ["text", "review", "sentence", "content", "message"];

    /// <summary>The usual names of the label's column.</summary>
    public static IReadOnlyList<string> LabelNames => _labelNames;

    /// <summary>The usual names of the text's column.</summary>
    public static IReadOnlyList<string> TextNames => _textNames;

    /// <summary>Finds the two columns.</summary>
    /// <param name="names">The names of all columns.</param>
    /// <param name="choice">The names that the caller gave.</param>
    /// <param name="error">Makes an error of a message, with the place of the names.</param>
    /// <exception cref="InvalidDataException">The names don't determine the two columns.</exception>
    public static LabeledTextColumns Find(IReadOnlyList<string> names, ColumnChoice choice, Func<string, InvalidDataException> error)
    {
        string shown = $"the {choice.Place} \"{string.Join("\", \"", names)}\"";
        int label = FindOne(choice.Label, UsualNames(_labelNames, choice.Text), nameof(LabeledTextFileOptions.LabelColumn));
        int text = FindOne(choice.Text, UsualNames(_textNames, choice.Label), nameof(LabeledTextFileOptions.TextColumn));
        if (names.Count == 2 && label >= 0 != text >= 0)
            return new LabeledTextColumns(2, label >= 0 ? label : 1 - text, text >= 0 ? text : 1 - label);
        if (label < 0 || text < 0)
            throw error($"can't tell the column of the {(label < 0 ? "label" : "text")} from {shown}; {choice.Hint}");
        return new LabeledTextColumns(names.Count, label, text);

        // −1 if no name was asked for and none is usual
        int FindOne(string? asked, string[] usual, string option)
        {
            string[] sought = asked is null ? usual : [asked];
            int[] found = [.. Enumerable.Range(0, names.Count).Where(at => sought.Contains(names[at], StringComparer.OrdinalIgnoreCase))];
            return found switch
            {
                [] when asked is not null => throw error($"no column \"{asked}\" in {shown}, named by {option}"),
                [] => -1,
                [int only] => only,
                [int first, int second, ..] =>
                    throw error($"two columns for {option}, \"{names[first]}\" and \"{names[second]}\", in {shown}; {choice.Hint}"),
            };
        }
    }

    /// <summary>The usual names without the one that was given to the other column.</summary>
    private static string[] UsualNames(string[] names, string? taken) =>
        [.. names.Where(name => !string.Equals(name, taken, StringComparison.OrdinalIgnoreCase))];
}
