using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The labels of a classifier that trains further without a text of theirs: it forgets them.</summary>
internal static class ContinuedLabels
{
    private const int MostShown = 10;

    /// <param name="start">The classifier that trains further; null for none.</param>
    /// <param name="labels">The labels of the texts that it trains on.</param>
    public static string[] WithoutTexts(TextClassifier? start, LabelTable labels) =>
        start is null ? [] : [.. start.Labels.Where(label => !labels.Counts.ContainsKey(label))];

    /// <summary>Names them on standard error, with what helps.</summary>
    public static void WriteNote(ToolConsole console, string[] without)
    {
        if (without.Length == 0) return;
        string shown = string.Join(", ", without.Take(MostShown).Select(label => $"'{label}'")) + (without.Length > MostShown ? ", …" : "");
        string labels = without.Length == 1 ? $"the label {shown} has" : $"{without.Length} labels have";
        string named = without.Length == 1 ? "" : $" ({shown})";
        console.Note($"{labels} no text to train on and will be forgotten{named}; train on all texts, old and new, or add old ones with --with-old FILE");
    }
}
