using System.Text;
using System.Text.RegularExpressions;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>
/// The rules of words by a regular expression and by replacing, for texts of some characters: slow, and nothing like the tokenizer.
/// </summary>
internal static class PlainWords
{
    /// <summary>One of every kind that the rules tell apart, but scripts without spaces.</summary>
    public static string[] Characters { get; } =
    [
        "b", "B", "e", "E", "q", "7", "ß", "é", "É", "\u0301", "'", "\u2019", "-", "!", ".", "$", "=", "🎬", "中", "か", "ー", "\u00AD", " ", "\t", "\u00A0", "\u200B", "\n",
    ];

    // a word goes on behind an apostrophe, and behind what isn't seen; marks belong to what is before them
    private static readonly Regex _token = new(
        @"(?<word>[bBeEq7ßéÉ\u0301](?:\u00AD*(?:['\u2019]\u00AD*)?[bBeEq7ßéÉ\u0301])*)|(?<other>[中かー]\u0301*|(?<mark>['\u2019!.-])\k<mark>*\u0301*|(?:[$=]|🎬)\u0301*)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public static (int Start, int Length, string Word)[] Of(string text, bool lowerCase) =>
    [
        .. _token.Matches(text).Select(match => (match.Index, match.Length, Form(match.Value, match.Groups["word"].Success, lowerCase))),
    ];

    private static string Form(string token, bool isWord, bool lowerCase)
    {
        var word = new StringBuilder(token).Replace("\u00AD", "").Replace("e\u0301", "é").Replace("E\u0301", "É");
        if (isWord) word.Replace('\u2019', '\'');
        if (lowerCase) word.Replace('B', 'b').Replace('E', 'e').Replace('É', 'é');
        return word.ToString();
    }
}
