namespace MaxPoolConvNet.English;

/// <summary>Other forms of a word that may be listed where the word isn't.</summary>
internal static class WordForms
{
    // a table of our own, because normalization isn't there on systems without ICU
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĵķĺļľłńņňōŏőŕŗřśŝşšţťŧũūŭůűųŵŷźżž";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyaaaccccddeeeeegggghhiiiijkllllnnnooorrrsssstttuuuuuuwyzzz";

    /// <summary>Returns forms with the same meaning, the closest first.</summary>
    public static IEnumerable<string> Of(string word)
    {
        string lower = word.ToLowerInvariant();
        if (lower != word) yield return lower;
        if (lower.EndsWith("'s", StringComparison.Ordinal) && lower.Length > 2) yield return lower[..^2];
        if (lower.EndsWith('\'') && lower.Length > 1) yield return lower[..^1];
        if (lower.Any(char.IsAsciiDigit)) yield return string.Concat(lower.Select(c => char.IsAsciiDigit(c) ? '0' : c));
        string plain = WithoutAccents(lower);
        if (plain != lower) yield return plain;
    }

    /// <summary>The word, which is in lower case and composed, without accents.</summary>
    public static string WithoutAccents(string word) =>
        string.Concat(word.Select(c => Accented.IndexOf(c) is var at and >= 0 ? Plain[at] : c));
}
