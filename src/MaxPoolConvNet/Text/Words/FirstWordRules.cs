namespace MaxPoolConvNet.Text;

/// <summary>The rules of version 0.1.</summary>
/// <remarks>
/// Words are converted to lower case by the system's tables and not normalized further. Of the scripts without spaces, only Han and kana
/// are split.
/// </remarks>
internal sealed class FirstWordRules(bool lowerCase) : WordRules
{
    public override int MostGrowth => 1;

    public override CharacterClass ClassAt(ReadOnlySpan<char> text, int at, out int length) => CharacterClasses.At(text, at, out length);

    public override int TokenLength(ReadOnlySpan<char> text, int at, out CharacterClass kind)
    {
        kind = CharacterClasses.At(text, at, out int length);
        return kind switch
        {
            CharacterClass.Word => WordEnd(text, at + length) - at,
            CharacterClass.Ideograph => Clusters.MarksEnd(text, at + length) - at,
            CharacterClass.Punctuation or CharacterClass.Apostrophe => Clusters.MarksEnd(text, RunEnd(text, at, length)) - at,
            CharacterClass.Symbol => Clusters.SymbolLength(text[at..], length),
            _ => length,
        };
    }

    public override int Write(ReadOnlySpan<char> token, CharacterClass kind, Span<char> room)
    {
        if (kind == CharacterClass.LoneSurrogate)
        {
            room[0] = '\uFFFD';
            return 1;
        }
        Span<char> word = room[..token.Length];
        if (lowerCase)
            token.ToLowerInvariant(word);
        else
            token.CopyTo(word);
        if (kind != CharacterClass.Word)
            return word.Length;
        word.Replace('\u2019', '\'');
        return RemoveFormat(word);
    }

    public override bool IsUnitByUnit(ReadOnlySpan<char> token) => true;

    /// <summary>Where the run of the character at <paramref name="at"/> ends.</summary>
    private static int RunEnd(ReadOnlySpan<char> text, int at, int length)
    {
        ReadOnlySpan<char> mark = text.Slice(at, length);
        int end = at + length;
        while (text[end..].StartsWith(mark))
            end += length;
        return end;
    }

    /// <summary>Closes the gaps of format characters and returns the length that is left.</summary>
    private static int RemoveFormat(Span<char> word)
    {
        int kept = 0;
        for (int at = 0, length; at < word.Length; at += length)
        {
            if (CharacterClasses.At(word, at, out length) == CharacterClass.Format)
                continue;
            word.Slice(at, length).CopyTo(word[kept..]);
            kept += length;
        }
        return kept;
    }
}
