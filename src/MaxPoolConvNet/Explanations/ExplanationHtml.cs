using System.Globalization;
using System.Text;

namespace MaxPoolConvNet;

/// <summary>Writes an explanation as HTML that is well-formed XML too.</summary>
internal static class ExplanationHtml
{
    private const double MostOpaque = 0.6;

    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 16px/1.6 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
        table { border-collapse: collapse; width: 100%; }
        th, td { padding: .2em .6em; text-align: end; border-bottom: 1px solid rgba(128, 128, 128, .4); white-space: pre-wrap; }
        th:first-child, td:first-child { text-align: start; overflow-wrap: anywhere; }
        .weak { opacity: .55; }
        """;

    private const string AboutWindows = "The bias and the windows' contributions add up to the logit. "
        + "A weak filter answers to its window no more than to half of random texts of as many words; "
        + "windows of weak filters alone are faint.";

    public static string Page(Explanation explanation)
    {
        string label = SafeText.ForMarkup(explanation.Label);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <title>{label}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1><bdi>{label}</bdi></h1>
            <p>{Sums(explanation)}</p>
            <p>
            """);
        page.Append(Fragment(explanation));
        page.Append(CultureInfo.InvariantCulture, $"""
            </p>
            <p>{Legend(label)}</p>
            <table>
            <thead><tr><th>Window</th><th>Contribution</th><th>Width</th><th>Filters</th><th>Weak filters</th></tr></thead>
            <tbody>

            """);
        foreach (ExplainedWindow window in explanation.Windows)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                {Row(window)}

                """);
        }

        page.Append(CultureInfo.InvariantCulture, $"""
            </tbody>
            </table>
            <p>{AboutWindows}</p>
            </body>
            </html>

            """);
        return page.ToString();
    }

    public static string Fragment(Explanation explanation)
    {
        var fragment = new StringBuilder("<span dir=\"auto\" style=\"white-space:pre-wrap;overflow-wrap:anywhere\">");
        foreach (TextPiece piece in TextPiece.Of(explanation))
            fragment.Append(piece.Share == 0
                ? SafeText.ForMarkup(piece.Text)
                : Shaded(piece.Text, piece.Share, SafeText.Signed(piece.Contribution)));
        return fragment.Append("</span>").ToString();
    }

    private static string Sums(Explanation explanation) => string.Create(
        CultureInfo.InvariantCulture,
        $"Probability {explanation.Probability:0.000}; "
        + $"logit {SafeText.Signed(explanation.Logit)} = bias {SafeText.Signed(explanation.Bias)}, "
        + $"words {SafeText.Signed(explanation.Words.Sum(word => word.Contribution))}, "
        + $"padding {SafeText.Signed(explanation.PaddingContribution)}. "
        + $"{explanation.KnownWordCount} of {explanation.WordCount} words are known.");

    private static string Legend(string label) =>
        $"{Shaded("for", 1, "speaks for it")} {Shaded("against", -1, "speaks against it")}: "
        + $"words that speak for or against <bdi>{label}</bdi>, the stronger the more; point at one to see by how much.";

    private static string Row(ExplainedWindow window)
    {
        string shown = window.Length == 0 ? "(padding)" : $"<bdi>{SafeText.ForMarkup(window.Text)}</bdi>";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<tr{(window.IsWeak ? " class=\"weak\"" : "")}><td>{shown}</td><td>{SafeText.Signed(window.Contribution)}</td>"
            + $"<td>{window.Width}</td><td>{window.FilterCount}</td><td>{window.WeakFilterCount}</td></tr>");
    }

    private static string Shaded(string text, double share, string title)
    {
        // against is underlined too, for those who can't tell red from green
        string look = share > 0 ? "background:rgba(0,150,60," : "text-decoration:underline dotted;background:rgba(220,40,40,";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<span title=\"{title}\" style=\"{look}{MostOpaque * Math.Abs(share):0.###})\">{SafeText.ForMarkup(text)}</span>");
    }
}
