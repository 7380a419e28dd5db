namespace MaxPoolConvNet.Text;

/// <summary>Knows files that are no texts by their first bytes, so that they are called by their names.</summary>
internal static class ForeignContent
{
    private const string Save = "save the table as CSV (UTF-8)";

    /// <exception cref="InvalidDataException">It is a file of another kind.</exception>
    public static void Check(ReadOnlySpan<byte> first, string name)
    {
        if (KindOf(first) is { } found) throw new InvalidDataException($"{name} is {found.Kind}, not a file of texts; {found.Cure}");
    }

    private static (string Kind, string Cure)? KindOf(ReadOnlySpan<byte> first)
    {
        if (first.StartsWith("PK\u0003\u0004"u8) || first.StartsWith("PK\u0005\u0006"u8)) return Zip(first);
        if (first.StartsWith("BZh"u8) && first.Length > 9 && first[4..].StartsWith((ReadOnlySpan<byte>)[0x31, 0x41, 0x59, 0x26, 0x53, 0x59]))
            return ("packed by bzip2", "unpack it by bunzip2 first");
        if (first.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0])) return ("packed by xz", "unpack it by unxz first");
        if (first.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD])) return ("packed by zstd", "unpack it by unzstd first");
        if (first.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])) return ("a 7-Zip archive", "unpack it first");
        if (first.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return ("an old Office file (.xls or .doc)", $"{Save}, or a document as plain text");
        if (first.StartsWith("PAR1"u8)) return ("a Parquet file", "write the table as CSV or JSON lines");
        if (first.StartsWith("%PDF-"u8)) return ("a PDF file", "save its text as plain text");
        if (first.StartsWith("SQLite format 3\0"u8)) return ("an SQLite database", "export the table as CSV");
        return IsModel(first) ? ("a model (safetensors)", "give the labelled texts here; a model is named in its own place") : null;
    }

    private static (string Kind, string Cure) Zip(ReadOnlySpan<byte> first)
    {
        if (first.IndexOf("xl/"u8) >= 0) return ("an Excel file (.xlsx)", Save);
        if (first.IndexOf("word/"u8) >= 0) return ("a Word file (.docx)", "save it as plain text");
        return first.IndexOf("[Content_Types].xml"u8) >= 0
            ? ("an Office file (.xlsx or .docx)", $"{Save}, or a document as plain text")
            : ("a zip archive", "unpack it first");
    }

    // the length of the JSON that follows, in eight bytes
    private static bool IsModel(ReadOnlySpan<byte> first) =>
        first.Length > 10 && first[6] == 0 && first[7] == 0 && first[8..].TrimStart((byte)' ').StartsWith("{\""u8);
}
