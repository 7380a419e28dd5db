namespace MaxPoolConvNet.Text;

/// <summary>Where a CSV file's label and text stand, found by its header.</summary>
/// <param name="Count">The number of columns.</param>
/// <param name="Label">The label's column, from 0.</param>
/// <param name="Text">The text's column, from 0.</param>
internal readonly record struct CsvColumns(int Count, int Label, int Text)
{
    private static readonly string[] _labelNames = ["label", "category", "class", "sentiment", "target"];
    private static readonly string[] _textNames = ["text", "review", "sentence", "content", "message"];

    /// <summary>What the column of the text is usually called.</summary>
    public static IReadOnlyList<string> TextNames => _textNames;

    /// <summary>Finds the two columns.</summary>
    /// <param name="header">The names of all columns.</param>
    /// <param name="options">What the two are called, if that is said.</param>
    /// <param name="error">Makes an error of a message, saying where the header stands.</param>
    /// <exception cref="InvalidDataException">They can't be told from the names.</exception>
    public static CsvColumns Find(IReadOnlyList<string> header, LabeledTextFileOptions options, Func<string, InvalidDataException> error)
    {
        int label = FindOne(header, options.LabelColumn, UsualNames(_labelNames, options.TextColumn), nameof(options.LabelColumn), error);
        int text = FindOne(header, options.TextColumn, UsualNames(_textNames, options.LabelColumn), nameof(options.TextColumn), error);
        if (header.Count == 2 && label >= 0 != text >= 0)
            return new CsvColumns(2, label >= 0 ? label : 1 - text, text >= 0 ? text : 1 - label);
        if (label >= 0 && text >= 0)
            return new CsvColumns(header.Count, label, text);
        throw error($"can't tell the column of the {(label < 0 ? "label" : "text")} from the header {Names(header)}; {Hint()}");
    }

    /// <summary>The one column of the name asked for, or of one of the usual names; -1 if no name was asked for and none is
    /// usual.</summary>
    private static int FindOne(
        IReadOnlyList<string> header, string? asked, string[] usual, string option, Func<string, InvalidDataException> error)
    {
        string[] names = asked is null ? usual : [asked];
        int found = -1;
        for (int column = 0; column < header.Count; column++)
        {
            if (!names.Contains(header[column], StringComparer.OrdinalIgnoreCase))
                continue;
            if (found >= 0)
            {
                throw error(
                    $"two columns for {option}, \"{header[found]}\" and \"{header[column]}\", in the header {Names(header)}; {Hint()}");
            }
            found = column;
        }
        if (found < 0 && asked is not null)
            throw error($"no column \"{asked}\" in the header {Names(header)}, named by {option}");
        return found;
    }

    /// <summary>The usual names but for the one that was given to the other column.</summary>
    private static string[] UsualNames(string[] names, string? taken) =>
        [.. names.Where(name => !string.Equals(name, taken, StringComparison.OrdinalIgnoreCase))];

    private static string Names(IReadOnlyList<string> header) => "\"" + string.Join("\", \"", header) + "\"";

    private static string Hint() =>
        $"name them by {nameof(LabeledTextFileOptions)}.{nameof(LabeledTextFileOptions.LabelColumn)} "
        + $"and {nameof(LabeledTextFileOptions.TextColumn)}";
}
