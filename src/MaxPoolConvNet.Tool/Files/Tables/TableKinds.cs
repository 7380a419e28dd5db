using System.IO.Compression;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Detects Excel and Parquet files by their content, not their name.</summary>
internal static class TableKinds
{
    /// <summary>The kind of a file; <see cref="TableKind.None"/> for what can't seek, such as a pipe.</summary>
    public static TableKind Of(string path)
    {
        if (!File.Exists(path)) return TableKind.None;
        using FileStream file = File.OpenRead(path);
        if (!file.CanSeek) return TableKind.None;
        Span<byte> first = stackalloc byte[4];
        if (file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) < first.Length) return TableKind.None;
        if (first.SequenceEqual("PAR1"u8)) return TableKind.Parquet;
        if (first.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return TableKind.Excel;
        return first.SequenceEqual("PK\u0003\u0004"u8) && IsWorkbook(file) ? TableKind.Excel : TableKind.None;
    }

    private static bool IsWorkbook(FileStream file)
    {
        file.Position = 0;
        try
        {
            using ZipArchive zip = new(file, ZipArchiveMode.Read);
            return zip.Entries.Any(entry => entry.FullName.StartsWith("xl/workbook.", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return HasWorkbookName(file.Name); // damaged or truncated
        }
    }

    private static bool HasWorkbookName(string name) =>
        name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xlsb", StringComparison.OrdinalIgnoreCase);
}
