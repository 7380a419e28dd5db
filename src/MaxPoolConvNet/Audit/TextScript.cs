using System.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Finds the script of most letters of a text, by the blocks of Unicode.</summary>
internal static class TextScript
{
    /// <summary>The number of scripts that are distinguished.</summary>
    public const int Count = 14;

    /// <summary>The first letter of each script's blocks; each goes on to the next one.</summary>
    private static readonly (int First, int Script)[] _blocks =
    [
        (0x0000, 0), (0x0370, 1), (0x0400, 2), (0x0530, 3), (0x0590, 4), (0x0600, 5), (0x0900, 6), (0x0E00, 7), (0x0F00, 13), (0x10A0, 8),
        (0x1100, 9), (0x1200, 13), (0x1D00, 0), (0x1F00, 1), (0x2000, 0), (0x2DE0, 2), (0x2E80, 10), (0x3040, 11), (0x3100, 10),
        (0x3130, 9), (0x3190, 10), (0x31F0, 11), (0x3200, 10), (0xA000, 13), (0xA640, 2), (0xA6A0, 13), (0xA720, 0), (0xA800, 13),
        (0xAB30, 0), (0xAB70, 13), (0xAC00, 9), (0xD800, 13), (0xF900, 10), (0xFB00, 0), (0xFB10, 4), (0xFB50, 5), (0xFE00, 13),
        (0xFE70, 5), (0xFF00, 0), (0xFF66, 11), (0xFFA0, 9), (0x10000, 13), (0x20000, 10), (0x40000, 13),
    ];

    /// <summary>The number of the script that most letters have, from 0; −1 without letters. Japanese is one script.</summary>
    public static int Of(string text)
    {
        Span<int> letters = stackalloc int[Count];
        letters.Clear();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune)) letters[OfLetter(rune.Value)]++;
        }

        if (letters[11] > 0) (letters[11], letters[10]) = (letters[11] + letters[10], 0);
        int most = 0;
        for (int script = 1; script < Count; script++)
        {
            if (letters[script] > letters[most]) most = script;
        }

        return letters[most] == 0 ? -1 : most;
    }

    private static int OfLetter(int letter)
    {
        int at = Array.BinarySearch(_blocks, (letter, int.MaxValue));
        return _blocks[(at < 0 ? ~at : at) - 1].Script;
    }
}
