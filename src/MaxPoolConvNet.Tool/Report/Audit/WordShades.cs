using System.Globalization;
using System.Xml.Linq;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Tool.Terminal;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Audit;

/// <summary>Shades the words of a suspicious text by how they argue; of a long text, only the start is shown.</summary>
internal static class WordShades
{
    private const int MostCharacters = 1_500;
    private const double StrongestShade = 0.45;

    public static XElement Of(LabelSuspect suspect)
    {
        string text = CleanText.Beginning(suspect.Text, MostCharacters);
        List<object> content = [];
        int at = 0;
        double most = suspect.Evidence.Words.Select(word => Math.Abs(word.Weight)).DefaultIfEmpty(1).Max();
        foreach (EvidenceWord word in suspect.Evidence.Words)
        {
            // a token within another one is part of it
            if (word.Start < at || word.Start + word.Length > text.Length) continue;
            content.Add(text[at..word.Start]);
            at = word.Start + word.Length;
            content.Add(Shaded(text[word.Start..at], most == 0 ? 0 : word.Weight / most));
        }

        content.Add(text[at..]);
        return Element("div", Class("text"), Element("bdi", content));
    }

    /// <summary>A word in a shade.</summary>
    /// <param name="word">The word.</param>
    /// <param name="weight">From −1 to 1; positive for the suggested label.</param>
    public static XElement Shaded(string word, double weight)
    {
        string shade = (StrongestShade * Math.Abs(weight)).ToString("0.00", CultureInfo.InvariantCulture);
        string style = weight >= 0
            ? $"background:rgba(0,150,60,{shade})"
            : $"background:rgba(220,40,40,{shade});text-decoration:underline dotted";
        return Element("span", new XAttribute("style", style), word);
    }
}
