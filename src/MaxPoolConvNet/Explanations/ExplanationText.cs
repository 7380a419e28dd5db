using System.Globalization;
using System.Text;

namespace MaxPoolConvNet;

/// <summary>Writes an explanation as lines for a person.</summary>
internal sealed class ExplanationText(ITextStyle style)
{
    private const int MostWindows = 10;
    private const int MostCharacters = 60;

    public string Write(Explanation explanation)
    {
        var lines = new StringBuilder();
        double windows = explanation.Windows.Sum(window => window.Contribution);
        lines.AppendLine(
            CultureInfo.InvariantCulture,
            $"{SafeText.ForTerminal(explanation.Label, MostCharacters)}: probability {explanation.Probability:0.000}");
        lines.AppendLine(
            CultureInfo.InvariantCulture,
            $"logit {SafeText.Signed(explanation.Logit)} = bias {SafeText.Signed(explanation.Bias)}, windows {SafeText.Signed(windows)}; "
            + $"{explanation.KnownWordCount} of {explanation.WordCount} words known");
        lines.AppendLine();
        foreach (TextPiece piece in TextPiece.Of(explanation))
            lines.Append(style.Shaded(SafeText.ForTerminal(piece.Text), piece.Share));
        lines.AppendLine();
        foreach (ExplainedWindow window in explanation.Windows.Take(MostWindows))
            lines.AppendLine().Append(Line(window));
        if (explanation.Windows.Length > MostWindows)
        {
            double rest = explanation.Windows.Skip(MostWindows).Sum(window => window.Contribution);
            lines.AppendLine().Append(
                CultureInfo.InvariantCulture, $"{SafeText.Signed(rest),9}  {explanation.Windows.Length - MostWindows} more");
        }

        return lines.ToString();
    }

    private string Line(ExplainedWindow window)
    {
        string shown = window.Length == 0 ? "padding" : $"\"{SafeText.ForTerminal(window.Text, MostCharacters)}\"";
        string filters = window.FilterCount == 1
            ? "1 filter"
            : string.Create(CultureInfo.InvariantCulture, $"{window.FilterCount} filters");
        string weak = window.IsWeak ? ", weak"
            : window.WeakFilterCount == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $", {window.WeakFilterCount} weak");
        string line = string.Create(
            CultureInfo.InvariantCulture, $"{SafeText.Signed(window.Contribution),9}  {shown}  (width {window.Width}, {filters}{weak})");
        return window.IsWeak ? style.Dimmed(line) : line;
    }
}
