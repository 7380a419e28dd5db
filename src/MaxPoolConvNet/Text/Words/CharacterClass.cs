namespace MaxPoolConvNet.Text;

/// <summary>How the <see cref="WordTokenizer"/> treats a character.</summary>
internal enum CharacterClass : byte
{
    /// <summary>One token with the rest of its grapheme cluster: symbols, emoji, controls, unassigned characters.</summary>
    Symbol,

    /// <summary>A letter, digit or mark.</summary>
    Word,

    /// <summary>A letter of a script without spaces and with short words: Han, hiragana, katakana. One token.</summary>
    Ideograph,

    /// <summary>A letter of a South-East Asian script that writes no spaces; to the first version of the rules, a letter of a word. A
    /// token with its cluster.</summary>
    Syllable,

    /// <summary>One token with the following characters of its kind.</summary>
    Punctuation,

    /// <summary>Punctuation, but part of a word between two of its characters.</summary>
    Apostrophe,

    /// <summary>A separator.</summary>
    WhiteSpace,

    /// <summary>A format character that has no width, such as the soft hyphen or the zero-width joiner.</summary>
    Format,

    /// <summary>An unpaired surrogate.</summary>
    LoneSurrogate,
}
