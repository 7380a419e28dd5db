namespace MaxPoolConvNet.Text;

/// <summary>What a character is to the <see cref="WordTokenizer"/>.</summary>
internal enum CharacterClass : byte
{
    /// <summary>A token of its own, with what belongs to its grapheme cluster: symbols, emoji, controls, what isn't assigned.</summary>
    Symbol,

    /// <summary>A letter, digit or mark.</summary>
    Word,

    /// <summary>A letter of a script that writes no spaces and needs few for a word: Han, hiragana, katakana. A token of its
    /// own.</summary>
    Ideograph,

    /// <summary>A letter of a South-East Asian script that writes no spaces; to the first version of the rules, a letter of a word. A
    /// token with its cluster.</summary>
    Syllable,

    /// <summary>One token with those of its kind that follow.</summary>
    Punctuation,

    /// <summary>Punctuation, but part of a word between two of its characters.</summary>
    Apostrophe,

    /// <summary>Separates.</summary>
    WhiteSpace,

    /// <summary>A format character that has no width, such as the soft hyphen or the zero-width joiner.</summary>
    Format,

    /// <summary>Half of a surrogate pair without the other half.</summary>
    LoneSurrogate,
}
