using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>
/// Generated texts in many scripts, and a hash of what they are split into: the same on every system, in every mode of globalization and compiled in any way.
/// It needs the public API alone, so that an app can check it too.
/// </summary>
internal static class ManyScripts
{
    /// <summary>The hash of all tokens and words of all texts, by the second version of the rules.</summary>
    public const ulong Expected = 7_019_492_825_260_938_433;

    // characters from, to; each range has been assigned for long
    private static readonly (int First, int Last)[][] _scripts =
    [
        [('a', 'z'), ('A', 'Z'), ('0', '9'), ('!', '/')],
        [(0xC0, 0xFF), ('a', 'z'), (0x300, 0x345), (0x300, 0x30C)],
        [(0x100, 0x17F), ('A', 'Z'), (0x327, 0x328), (0x301, 0x307)],
        [(0x1E00, 0x1EFF), ('a', 'z'), (0x302, 0x309), (0x323, 0x323)],
        [('I', 'I'), ('i', 'i'), (0x130, 0x131), (0x307, 0x307), (0x11E, 0x11F), (0x15E, 0x15F), ('a', 'f')],
        [(0x391, 0x3A1), (0x3A3, 0x3C9), (0x1F00, 0x1F15), (0x1FA0, 0x1FAF), (0x301, 0x301), (0x345, 0x345)],
        [(0x400, 0x45F), (0x410, 0x44F), (0x306, 0x308)],
        [(0x531, 0x556), (0x561, 0x586)],
        [(0x5D0, 0x5EA), (0x5B0, 0x5BD), (0xFB2A, 0xFB36)],
        [(0x621, 0x63A), (0x641, 0x64A), (0x640, 0x640), (0x64B, 0x655), (0x200C, 0x200D)],
        [(0x915, 0x939), (0x93C, 0x94D), (0x958, 0x95F), (0x966, 0x96F)],
        [(0x995, 0x9A8), (0x9BE, 0x9C4), (0x9CB, 0x9CD), (0x9D7, 0x9D7)],
        [(0xB95, 0xB95), (0xBA8, 0xBAA), (0xBAE, 0xBB9), (0xBBE, 0xBC2), (0xBC6, 0xBC8), (0xBCA, 0xBCD)],
        [(0xE01, 0xE2E), (0xE30, 0xE3A), (0xE40, 0xE4E)],
        [(0xE94, 0xE97), (0xE99, 0xE9F), (0xEB0, 0xEB9), (0xEC0, 0xEC4), (0xEC8, 0xECD)],
        [(0x1000, 0x1021), (0x102B, 0x103A), (0x103A, 0x103E)],
        [(0x1780, 0x17A2), (0x17B6, 0x17C8), (0x17D2, 0x17D2)],
        [(0xF40, 0xF47), (0xF71, 0xF7D), (0xF0B, 0xF0B), (0xFB2, 0xFB3)],
        [(0x1100, 0x1112), (0x1161, 0x1175), (0x11A8, 0x11C2), (0xAC00, 0xD7A3)],
        [(0x3041, 0x3096), (0x3099, 0x309A), (0x30A1, 0x30FC), (0xFF66, 0xFF9F)],
        [(0x4E00, 0x9FA5), (0xF900, 0xFA2D), (0x20000, 0x2A6D6), (0x2F800, 0x2FA1D), (0xFE00, 0xFE0F)],
        [(0xFF01, 0xFF5E), (0xFFA1, 0xFFBE)],
        [(0x1F600, 0x1F64F), (0x1F3FB, 0x1F3FF), (0x200D, 0x200D), (0xFE0F, 0xFE0F), (0x1F1E6, 0x1F1FF), (0x2764, 0x2764)],
        [(0x10400, 0x1044F), (0x1D15E, 0x1D164), (0x1E900, 0x1E943)],
        [(0x2010, 0x2027), (0xAD, 0xAD), (0x2060, 0x2064), (0x200B, 0x200F), ('\'', '\''), ('a', 'c'), (0x2200, 0x22FF), (0x338, 0x338)],
    ];

    /// <summary>The texts, 500.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Enumerable.Range(0, 500).Select(Text)];

    /// <summary>The hash of all tokens and words of all texts, as they are split here.</summary>
    public static ulong Hash()
    {
        TokenBuffer tokens = new();
        ulong hash = 14_695_981_039_346_656_037; // FNV-1a, by numbers in place of bytes
        foreach (string text in Texts)
        {
            tokens.Clear();
            WordTokenizer.Default.Tokenize(text, tokens);
            for (int token = 0; token < tokens.Count; token++)
            {
                Add(ref hash, tokens[token].Start);
                Add(ref hash, tokens[token].Length);
                foreach (char unit in tokens.Word(token))
                    Add(ref hash, unit);
            }
        }
        return hash;
    }

    private static void Add(ref ulong hash, int number) => hash = unchecked((hash ^ (uint)number) * 1_099_511_628_211);

    /// <summary>A text of three scripts, most of it in one of them, from a generator whose numbers are the same everywhere.</summary>
    private static string Text(int number)
    {
        uint state = 2_654_435_761u * ((uint)number + 1);
        int Below(int bound)
        {
            state = unchecked(state * 1_664_525 + 1_013_904_223);
            return (int)((state >> 8) % (uint)bound);
        }
        int[] scripts = [number % _scripts.Length, number % _scripts.Length, Below(_scripts.Length), Below(_scripts.Length)];
        string text = "";
        for (int length = 20 + Below(40); length > 0; length--)
        {
            if (Below(6) == 0)
            {
                text += ' ';
                continue;
            }
            var ranges = _scripts[scripts[Below(scripts.Length)]];
            (int first, int last) = ranges[Below(ranges.Length)];
            text += char.ConvertFromUtf32(first + Below(last - first + 1));
        }
        return text;
    }
}
