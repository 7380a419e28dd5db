namespace MaxPoolConvNet.Text;

/// <summary>The class of each character in the second version of the rules, cached by blocks on first use.</summary>
internal static class CharacterClassBlocks
{
    private const int BlockLength = 128;

    private static readonly CharacterClass[]?[] _blocks = new CharacterClass[(char.MaxValue + 1) / BlockLength][];

    /// <summary>The class of the character that begins at <paramref name="at"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the character begins, below the length of the text.</param>
    /// <param name="length">Its length in UTF-16 code units, 1 or 2.</param>
    public static CharacterClass At(ReadOnlySpan<char> text, int at, out int length)
    {
        char first = text[at];
        length = 1;
        if (char.IsSurrogate(first)) return Refined(text, at, out length);
        return (_blocks[first / BlockLength] ?? Fill(first / BlockLength))[first % BlockLength];
    }

    private static CharacterClass[] Fill(int block)
    {
        var classes = new CharacterClass[BlockLength];
        Span<char> one = stackalloc char[1];
        for (int at = 0; at < BlockLength; at++)
        {
            one[0] = (char)(block * BlockLength + at);
            classes[at] = Refined(one, 0, out _);
        }
        return _blocks[block] = classes;
    }

    /// <summary>The class of the first version, but for letters of South-East Asia and two more apostrophes.</summary>
    private static CharacterClass Refined(ReadOnlySpan<char> text, int at, out int length)
    {
        CharacterClass kind = CharacterClasses.At(text, at, out length);
        if (length == 1 && text[at] is '\u02BC' or '\uFF07') return CharacterClass.Apostrophe;
        return kind == CharacterClass.Word && SpacelessScripts.LetterLength(text, at) > 0 ? CharacterClass.Syllable : kind;
    }
}
