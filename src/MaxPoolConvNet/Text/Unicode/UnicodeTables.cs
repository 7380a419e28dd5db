namespace MaxPoolConvNet.Text;

/// <summary>The tables of <see cref="UnicodeData"/>, unpacked on first use; texts in ASCII don't use them.</summary>
internal static class UnicodeTables
{
    /// <summary>The decompositions of characters, except Hangul syllables.</summary>
    public static readonly Decompositions Decompositions;

    /// <summary>The canonical combining classes of marks.</summary>
    public static readonly CombiningClasses CombiningClasses;

    /// <summary>The small letters of capitals.</summary>
    public static readonly SmallLetters SmallLetters;

    /// <summary>The usual forms of half-width and full-width characters.</summary>
    public static readonly UsualWidths UsualWidths;

    static UnicodeTables()
    {
        var numbers = new VariableLengthNumbers(UnicodeData.Bytes);
        Decompositions = new Decompositions(ref numbers);
        CombiningClasses = new CombiningClasses(ref numbers);
        SmallLetters = new SmallLetters(ref numbers);
        UsualWidths = new UsualWidths(ref numbers);
    }
}
