namespace MaxPoolConvNet.Text;

/// <summary>Detects files that aren't text by their first bytes, so that messages can name their kind.</summary>
internal static class ForeignContent
{
    private const string Save = "save the table as CSV (UTF-8)";

    /// <summary>Checks that the first bytes aren't those of another kind of file.</summary>
    /// <exception cref="InvalidDataException">They are those of another kind of file.</exception>
    public static void Check(ReadOnlySpan<byte> first, string name)
    {
        if (KindOf(first) is { } found)
            throw new InvalidDataException($"{name} is {found.Kind}, not a file of texts; {found.Cure}");
    }

    private static (string Kind, string Cure)? KindOf(ReadOnlySpan<byte> first)
    {
        if (first.StartsWith("PK\u0003\u0004"u8) || first.StartsWith("PK\u0005\u0006"u8)) return Zip(first);
        if (IsBzip2(first)) return ("compressed with bzip2", "decompress it with bunzip2 first");
        if (first.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]))
            return ("compressed with xz", "decompress it with unxz first");
        if (first.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]))
            return ("compressed with zstd", "decompress it with unzstd first");
        if (first.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])) return ("a 7-Zip archive", "extract it first");
        if (first.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return ("an old Office file (.xls or .doc)", $"{Save}, or a document as plain text");
        if (first.StartsWith("PAR1"u8)) return ("a Parquet file", "export the table as CSV or JSON lines");
        if (first.StartsWith("%PDF-"u8)) return ("a PDF file", "save its text as plain text");
        if (first.StartsWith("SQLite format 3\0"u8)) return ("an SQLite database", "export the table as CSV");
        return IsModel(first) ? ("a model (safetensors)", "pass a file of texts here, and the model where a model is expected") : null;
    }

    private static bool IsBzip2(ReadOnlySpan<byte> first) =>
        first.StartsWith("BZh"u8)
        && first.Length > 9
        && first[4..].StartsWith((ReadOnlySpan<byte>)[0x31, 0x41, 0x59, 0x26, 0x53, 0x59]);

    private static (string Kind, string Cure) Zip(ReadOnlySpan<byte> first)
    {
        if (first.IndexOf("xl/"u8) >= 0) return ("an Excel file (.xlsx)", Save);
        if (first.IndexOf("word/"u8) >= 0) return ("a Word file (.docx)", "save it as plain text");
        return first.IndexOf("[Content_Types].xml"u8) >= 0
            ? ("an Office file (.xlsx or .docx)", $"{Save}, or a document as plain text")
            : ("a zip archive", "extract it first");
    }

    // a safetensors file begins with the length of its JSON header in eight bytes
    private static bool IsModel(ReadOnlySpan<byte> first) =>
        first.Length > 10 && first[6] == 0 && first[7] == 0 && first[8..].TrimStart((byte)' ').StartsWith("{\""u8);
}
