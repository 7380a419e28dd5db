namespace MaxPoolConvNet.Text;

/// <summary>The rules of version 1.0.</summary>
/// <remarks>
/// Spellings that look alike, or are equivalent in Unicode, are the same word (<see cref="WordForms"/>) on every system; scripts without
/// spaces are split into clusters.
/// </remarks>
internal sealed class SecondWordRules(bool lowerCase) : WordRules
{
    private readonly WordForms _forms = new(lowerCase);

    public override int MostGrowth => WordForms.MostGrowth;

    public override CharacterClass ClassAt(ReadOnlySpan<char> text, int at, out int length) =>
        CharacterClassBlocks.At(text, at, out length);

    public override int TokenLength(ReadOnlySpan<char> text, int at, out CharacterClass kind)
    {
        kind = CharacterClassBlocks.At(text, at, out int length);
        switch (kind)
        {
            case CharacterClass.Word:
                return WordEnd(text, at + length) - at;
            case CharacterClass.Syllable:
                return SpacelessScripts.ClusterEnd(text, at) - at;
            case CharacterClass.Ideograph:
                return KanaMarksEnd(text, at + length) - at;
            case CharacterClass.Punctuation or CharacterClass.Apostrophe:
                return Clusters.MarksEnd(text, RunEnd(text, at, length)) - at;
            case CharacterClass.Symbol:
                return Clusters.SymbolLength(text[at..], length);
            default:
                return length;
        }
    }

    public override int Write(ReadOnlySpan<char> token, CharacterClass kind, Span<char> room)
    {
        if (token.Length == 1)
        {
            char form = kind == CharacterClass.LoneSurrogate ? '\uFFFD' : _forms.Alone(token[0]);
            if (form != 0)
            {
                room[0] = form;
                return 1;
            }
        }
        bool isSymbol = kind == CharacterClass.Symbol;
        int length = _forms.Write(token, keepsFormat: isSymbol, room);
        Span<char> word = room[..length];
        if (isSymbol) return word.TrimEnd("\u200C\u200D").Length; // joiners that joined something left out
        if (kind != CharacterClass.Word) return length;
        word.Replace('\u2019', '\'');
        word.Replace('\u02BC', '\'');
        if (lowerCase && length > 1 && word[^1] == 'σ') word[^1] = 'ς';
        return length;
    }

    public override bool IsUnitByUnit(ReadOnlySpan<char> token)
    {
        foreach (char unit in token)
        {
            if (_forms.Alone(unit) == 0) return false;
        }
        return true;
    }

    /// <summary>Where the run of one punctuation mark, in its usual and its full-width form, ends.</summary>
    private int RunEnd(ReadOnlySpan<char> text, int at, int length)
    {
        int end = at + length;
        if (length == 1)
        {
            for (char form = _forms.Alone(text[at]); form != 0 && end < text.Length && _forms.Alone(text[end]) == form; end++)
            {
            }
            return end;
        }
        ReadOnlySpan<char> mark = text.Slice(at, length);
        while (text[end..].StartsWith(mark))
            end += length;
        return end;
    }

    /// <summary>Where the marks end that begin, or not, at <paramref name="at"/>, half-width sound marks of kana among them.</summary>
    private static int KanaMarksEnd(ReadOnlySpan<char> text, int at)
    {
        int end = Clusters.MarksEnd(text, at);
        while (end < text.Length && text[end] is '\uFF9E' or '\uFF9F')
            end = Clusters.MarksEnd(text, end + 1);
        return end;
    }
}
