using System.Text;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>Names of labels that fit beside a plot.</summary>
internal static class ShortName
{
    private const int MostCharacters = 24;

    /// <summary>On one line; of a long name the begin and the end, which tell it from others that begin alike.</summary>
    public static string Of(string name)
    {
        Rune[] runes = [.. CleanText.ForPage(name).EnumerateRunes().Select(rune => Rune.IsWhiteSpace(rune) ? new Rune(' ') : rune)];
        return runes.Length <= MostCharacters
            ? string.Concat(runes)
            : $"{string.Concat(runes[..(MostCharacters / 2)])}…{string.Concat(runes[^(MostCharacters / 2 - 1)..])}";
    }
}
