using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Report.Html;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The texts whose label changed from one classifier to the other, with what decided in each.</summary>
internal sealed class ChangedTexts(TextClassifier first, TextClassifier second, IReadOnlyList<LabeledText> texts, ComparisonReport report)
{
    private const int MostWindows = 4;

    public void Print(ToolConsole console, int most)
    {
        if (report.ChangedTexts.IsEmpty || most == 0) return;
        console.Print($"\n{report.ChangedTexts.Length} texts got another label");
        foreach (ChangedText change in report.ChangedTexts.Take(most))
        {
            console.Print($"\n{change.Index + 1}: {Verdict(change)}\n{CleanText.ForTerminal(texts[change.Index].Text)}");
            (Explanation inFirst, Explanation inSecond) = Explanations(change);
            console.Print($"  first  {Shown(change.First)}{Because(inFirst)}");
            console.Print($"  second {Shown(change.Second)}{Because(inSecond)}");
        }
    }

    public JsonArray ToJson() => JsonResult.ArrayOf(report.ChangedTexts, change => new JsonObject
    {
        ["text"] = change.Index + 1,
        ["content"] = texts[change.Index].Text,
        ["labels"] = JsonResult.ArrayOf(texts[change.Index].Labels),
        ["first"] = JsonResult.ArrayOf(change.First),
        ["second"] = JsonResult.ArrayOf(change.Second),
        ["firstIsCorrect"] = change.FirstIsCorrect,
        ["secondIsCorrect"] = change.SecondIsCorrect,
    });

    /// <summary>Writes a page of all of them, a section each.</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed.</exception>
    public void Save(string path, CancellationToken interrupted)
    {
        var sections = new List<Section>();
        foreach (ChangedText change in report.ChangedTexts)
        {
            interrupted.ThrowIfCancellationRequested();
            (Explanation inFirst, Explanation inSecond) = Explanations(change);
            sections.Add(new Section(
                FormattableString.Invariant($"text-{change.Index + 1}"),
                FormattableString.Invariant($"{change.Index + 1}: {Verdict(change)}"),
                PageMarkup.Quiet($"First: {Shown(change.First)}"),
                ShadedText.Of(inFirst),
                PageMarkup.Quiet($"Second: {Shown(change.Second)}"),
                ShadedText.Of(inSecond)));
        }

        string summary = FormattableString.Invariant($"{sections.Count} of {report.TextCount} texts got another label.");
        OutputFile.Write(path, stream => SectionedPage.Write("Changed labels", summary, figures: null, [.. sections], stream));
    }

    private string Verdict(ChangedText change)
    {
        string labels = Shown(texts[change.Index].Labels);
        return (change.FirstIsCorrect, change.SecondIsCorrect) switch
        {
            (true, false) => $"now wrong; the label is {labels}",
            (false, true) => $"now correct; the label is {labels}",
            _ => $"wrong in both; the label is {labels}",
        };
    }

    /// <summary>The windows that argue most for a label.</summary>
    private static string Because(Explanation explanation)
    {
        string[] windows =
        [
            .. explanation.Windows.Where(window => window.Contribution > 0)
                .OrderByDescending(window => window.Contribution)
                .Take(MostWindows)
                .Select(window => FormattableString.Invariant($"\"{CleanText.ForTerminal(window.Text)}\" {window.Contribution:+0.00}")),
        ];
        return windows.Length == 0 ? "" : $": {string.Join(", ", windows)}";
    }

    /// <summary>What decided: for each classifier its label, or with several labels per text its most probable one.</summary>
    private (Explanation First, Explanation Second) Explanations(ChangedText change)
    {
        string text = texts[change.Index].Text;
        return (Of(first, change.First), Of(second, change.Second));

        Explanation Of(TextClassifier classifier, ImmutableArray<string> labels) =>
            labels is [var one] ? classifier.Explain(text, one) : classifier.Explain(text);
    }

    private static string Shown(ImmutableArray<string> labels) => labels.IsEmpty ? "no label" : string.Join(", ", labels);
}
