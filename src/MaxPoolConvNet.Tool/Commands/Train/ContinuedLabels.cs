using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The labels that a classifier would forget: it is trained further on no text of theirs.</summary>
internal static class ContinuedLabels
{
    private const int MostShown = 10;

    /// <param name="start">The classifier to train further; null for a new one.</param>
    /// <param name="labels">The labels of the training texts.</param>
    public static string[] WithoutTexts(TextClassifier? start, LabelTable labels) =>
        start is null ? [] : [.. start.Labels.Where(label => !labels.Counts.ContainsKey(label))];

    /// <summary>Names them on standard error, with a remedy.</summary>
    public static void WriteNote(ToolConsole console, string[] without)
    {
        if (without.Length == 0) return;
        string more = without.Length > MostShown ? ", …" : "";
        string shown = string.Join(", ", without.Take(MostShown).Select(label => $"'{label}'")) + more;
        string labels = without.Length == 1 ? $"the label {shown} has" : $"{without.Length} labels have";
        string named = without.Length == 1 ? "" : $" ({shown})";
        console.Note(
            $"{labels} no text to train on and will be forgotten{named}; train on all texts, or add the old ones with --with-old FILE");
    }
}
