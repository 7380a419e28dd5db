using System.Text;

namespace MaxPoolConvNet.Fuzz;

/// <summary>Texts in several scripts, with what word rules treat in a special way.</summary>
internal static class TextCorpus
{
    /// <summary>Texts.</summary>
    public static string[] Texts { get; } =
    [
        "", " ", "superb", "The film we saw was DREADFUL!", "it's don't o'clock 'quoted' x'", "not\tvery\n good", "1,234.50 $ 3rd 10:30",
        "e\u0301 \u212B \uFB01 \u1E9E \u0130 I\u0307", "🎬 superb 🎉🎉 film 👩‍👩‍👧‍👦 🇩🇪🇫🇷", "私は映画が好きです。カタカナ", "ฉันชอบหนังเรื่องนี้", "영화가 좋았다 \u1100\u1161\u11A8",
        "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u0640\u0640", "हिन्दी क्षत्रिय", "a\u00ADb\u200Dc\u200Bd\uFEFFe", "\uD800 lone \uDC00", "x\u0300\u0301\u0302\u0303\u0327",
        "http://example.org/a?b=c mail@example.org #tag @name", "\u2028line\u2029paragraph\u0085next\u00A0space\u3000wide", string.Concat(Enumerable.Repeat("not good ", 60)),
    ];

    /// <summary>The texts in UTF-16.</summary>
    public static byte[][] Utf16 { get; } = [.. Texts.Select(Encoding.Unicode.GetBytes)];

    /// <summary>Pieces whose bytes in UTF-8 are those of rare characters in UTF-16.</summary>
    public static string[] Pieces { get; } = ["\u0001\u0003", "'\0", " \0", "\u0000\u001E", "I\0\u0007\u0003", "\r \n ", "\u000D \u000D ", "~\0", "a\0"];
}
