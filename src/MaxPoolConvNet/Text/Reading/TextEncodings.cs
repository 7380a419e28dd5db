using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary>Finds encodings by name and by the first bytes of a file, without registering a provider for the process.</summary>
internal static class TextEncodings
{
    public const string Utf8Name = "UTF-8";

    /// <summary>The encoding with a name, which throws on invalid bytes; null for UTF-8, which needs no conversion.</summary>
    /// <exception cref="ArgumentException">There is no encoding with the name.</exception>
    public static Encoding? Named(string name)
    {
        string known = name.Trim().ToUpperInvariant() switch
        {
            "UTF8" or "UTF-8-SIG" => "utf-8",
            "UTF16" => "utf-16",
            "LATIN-1" => "iso-8859-1",
            { Length: 5 or 6 } page when page.StartsWith("CP", StringComparison.Ordinal) && page[2..].All(char.IsAsciiDigit) =>
                "windows-" + page[2..],
            _ => name.Trim(),
        };
        try
        {
            EncoderFallback encoder = EncoderFallback.ExceptionFallback;
            DecoderFallback decoder = DecoderFallback.ExceptionFallback;
            Encoding found = CodePagesEncodingProvider.Instance.GetEncoding(known, encoder, decoder)
                ?? Encoding.GetEncoding(known, encoder, decoder);
            return found.CodePage == Encoding.UTF8.CodePage ? null : found;
        }
        catch (ArgumentException unknown)
        {
            throw new ArgumentException(
                $"there is no encoding \"{name}\"; a name such as utf-8, utf-16, windows-1252, iso-8859-2 or shift_jis was expected",
                nameof(name),
                unknown);
        }
    }

    /// <summary>UTF-16 or UTF-32 by the byte order mark, or UTF-16 by NUL bytes; null for UTF-8.</summary>
    public static Encoding? Detect(ReadOnlySpan<byte> first)
    {
        if (first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true);
        if (first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Utf16(bigEndian: false);
        if (first.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Utf16(bigEndian: true);
        return first.Contains((byte)0) ? ByNulls(first) : null;
    }

    private static UnicodeEncoding? ByNulls(ReadOnlySpan<byte> first)
    {
        int even = 0;
        int odd = 0;
        bool hasLineEnd = false;
        bool hasWideLineEnd = false;
        for (int at = 0; at < first.Length; at++)
        {
            if (first[at] == '\n')
            {
                hasLineEnd = true;
                hasWideLineEnd |= at % 2 == 0 ? at + 1 < first.Length && first[at + 1] == 0 : first[at - 1] == 0;
            }

            if (first[at] != 0) continue;
            if (at % 2 == 0) even++;
            else odd++;
        }

        // each Latin letter, space and line end has a NUL byte: at least one pair of bytes in fifty
        bool isLittle = odd > 20 * even;
        bool isWide = Math.Max(even, odd) * 100 >= first.Length && (isLittle || even > 20 * odd) && hasLineEnd == hasWideLineEnd;
        return isWide ? Utf16(!isLittle) : null;
    }

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);
}
