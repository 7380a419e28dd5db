namespace MaxPoolConvNet.Text;

/// <summary>
/// One version of the rules by which a <see cref="WordTokenizer"/> splits a text into tokens and forms words. Thread-safe.
/// </summary>
/// <remarks>A model keeps the version that it was trained with, so a version never changes.</remarks>
internal abstract class WordRules
{
    public const int NewestVersion = 2;

    private static readonly WordRules[] _firstRules = [new FirstWordRules(lowerCase: false), new FirstWordRules(lowerCase: true)];
    private static readonly WordRules[] _secondRules = [new SecondWordRules(lowerCase: false), new SecondWordRules(lowerCase: true)];

    /// <summary>Returns the rules for options; equal options share their cached characters.</summary>
    public static WordRules Of(WordTokenizerOptions options) =>
        (options.RulesVersion == 1 ? _firstRules : _secondRules)[options.LowerCase ? 1 : 0];

    /// <summary>The most UTF-16 code units of a word for each of its token.</summary>
    public abstract int MostGrowth { get; }

    /// <summary>Returns the class of the character at an index.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the character begins, below the length of the text.</param>
    /// <param name="length">Its length in UTF-16 code units, 1 or 2.</param>
    public abstract CharacterClass ClassAt(ReadOnlySpan<char> text, int at, out int length);

    /// <summary>The length of the token, or of the characters to be skipped, at <paramref name="at"/>, and the class of the first
    /// one.</summary>
    public abstract int TokenLength(ReadOnlySpan<char> text, int at, out CharacterClass kind);

    /// <summary>Writes a token's word.</summary>
    /// <returns>The length of the word; 0 if nothing is left of it, and there is no token.</returns>
    public abstract int Write(ReadOnlySpan<char> token, CharacterClass kind, Span<char> room);

    /// <summary>Whether each code unit of a word stands for that of its token, of the same length, at the same place.</summary>
    public abstract bool IsUnitByUnit(ReadOnlySpan<char> token);

    /// <summary>Where the word ends that goes on, or not, at <paramref name="at"/>.</summary>
    protected int WordEnd(ReadOnlySpan<char> text, int at)
    {
        int end = at; // behind the last character that is sure to belong to the word
        bool apostrophe = false;
        while (at < text.Length)
        {
            CharacterClass kind = ClassAt(text, at, out int length);
            if (kind == CharacterClass.Apostrophe && !apostrophe)
                apostrophe = true;
            else if (kind == CharacterClass.Word)
                (end, apostrophe) = (at + length, false);
            else if (kind != CharacterClass.Format)
                break;
            at += length;
        }
        return end;
    }
}
