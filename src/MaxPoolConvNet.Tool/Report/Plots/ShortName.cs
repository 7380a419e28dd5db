using System.Text;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>Shortens names of labels to fit beside a plot.</summary>
internal static class ShortName
{
    private const int MostCharacters = 24;

    /// <summary>The name on one line; of a long name the start and the end, which distinguishes names that start alike.</summary>
    public static string Of(string name)
    {
        Rune[] runes = [.. CleanText.ForPage(name).EnumerateRunes().Select(rune => Rune.IsWhiteSpace(rune) ? new Rune(' ') : rune)];
        return runes.Length <= MostCharacters
            ? string.Concat(runes)
            : $"{string.Concat(runes[..(MostCharacters / 2)])}…{string.Concat(runes[^(MostCharacters / 2 - 1)..])}";
    }
}
