using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Prints a comparison of two classifiers, or returns it as JSON.</summary>
internal static class ComparisonResult
{
    private const int MostLabelsShown = 10;

    public static void Print(ToolConsole console, ComparisonReport report)
    {
        console.Print($"{report}");
        Note(console, "first", report.TextsOfFirstCount);
        Note(console, "second", report.TextsOfSecondCount);
        ComparedLabel[] labels = [.. report.Labels.OrderBy(label => label.F1.Difference)];
        Print(console, "better in the second", Enumerable.Reverse(labels).Where(label => label.F1.IsHigher));
        Print(console, "worse in the second", labels.Where(label => label.F1.IsLower));
        Print(console, "labels that only the first has", report.LabelsOnlyInFirst);
        Print(console, "labels that only the second has", report.LabelsOnlyInSecond);
    }

    public static JsonObject ToJson(ComparisonReport report, ChangedTexts changes) => new()
    {
        ["texts"] = report.TextCount,
        ["accuracy"] = ToJson(report.Accuracy),
        ["macroF1"] = ToJson(report.MacroF1),
        ["loss"] = ToJson(report.Loss),
        ["bothCorrect"] = report.BothCorrectCount,
        ["onlyFirstCorrect"] = report.OnlyFirstCorrectCount,
        ["onlySecondCorrect"] = report.OnlySecondCorrectCount,
        ["pValue"] = report.PValue,
        ["isSignificantlyWorse"] = report.IsSignificantlyWorse,
        ["trainingTextsOfFirst"] = report.TextsOfFirstCount,
        ["trainingTextsOfSecond"] = report.TextsOfSecondCount,
        ["labelsOnlyInFirst"] = JsonResult.ArrayOf(report.LabelsOnlyInFirst),
        ["labelsOnlyInSecond"] = JsonResult.ArrayOf(report.LabelsOnlyInSecond),
        ["labels"] = JsonResult.ArrayOf(report.Labels, label => new JsonObject
        {
            ["label"] = label.Label,
            ["support"] = label.SupportCount,
            ["f1"] = ToJson(label.F1),
        }),
        ["changedTexts"] = changes.ToJson(),
    };

    private static JsonObject ToJson(ComparedFigure figure) => new()
    {
        ["first"] = Number(figure.First),
        ["second"] = Number(figure.Second),
        ["lower"] = Number(figure.Lower),
        ["upper"] = Number(figure.Upper),
    };

    private static JsonNode? Number(double number) => double.IsFinite(number) ? number : null;

    /// <summary>Says that a classifier looks better than it is.</summary>
    private static void Note(ToolConsole console, string classifier, int? texts)
    {
        if (texts > 0)
            console.Note($"the {classifier} classifier was trained on {texts} of these texts, which makes it look better than it is");
    }

    private static void Print(ToolConsole console, string title, IEnumerable<ComparedLabel> labels)
    {
        string[] lines = [.. labels.Select(Line)];
        if (lines.Length == 0) return;
        console.Print($"\n{title}: {lines.Length} of the labels");
        foreach (string line in lines.Take(MostLabelsShown))
            console.Print($"{line}");
        if (lines.Length > MostLabelsShown) console.Print($"  and {lines.Length - MostLabelsShown} more (all in --json)");
    }

    private static string Line(ComparedLabel label)
    {
        string interval = FormattableString.Invariant($"{label.F1.Lower:+0.000;-0.000} to {label.F1.Upper:+0.000;-0.000}");
        return FormattableString.Invariant(
            $"  {label.Label}: F1 {label.F1.First:0.000} to {label.F1.Second:0.000} ({interval}), {label.SupportCount} texts");
    }

    private static void Print(ToolConsole console, string title, ImmutableArray<string> labels)
    {
        if (labels.IsEmpty) return;
        string more = labels.Length > MostLabelsShown ? ", …" : "";
        console.Print($"\n{title}: {string.Join(", ", labels.Take(MostLabelsShown))}{more}");
    }
}
