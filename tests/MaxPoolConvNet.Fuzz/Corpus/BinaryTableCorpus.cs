using MaxPoolConvNet.Tool.Tests;
using Parquet;
using Parquet.Schema;

namespace MaxPoolConvNet.Fuzz;

/// <summary>Excel workbooks and Parquet files of labeled texts.</summary>
internal static class BinaryTableCorpus
{
    /// <summary>Workbooks.</summary>
    public static byte[][] Excel { get; } =
    [
        Workbook.Of(("Sheet1", [["label", "text"], ["a", "x y"], ["b", "z"], null, ["a", 1.5]])),
        Workbook.Of(("empty", []), ("data", [["text", "label", "day"], ["x", true, new DateTime(2024, 2, 29)], ["y", false, null]])),
    ];

    /// <summary>Workbooks in the form before 2007, of Excel 97 and 5.0, written by SheetJS 0.18: the texts of the first of <see cref="Excel"/>.</summary>
    public static byte[][] OldExcel { get; } = [Resource("biff8.xls"), Resource("biff5.xls")];

    /// <summary>Parquet files.</summary>
    public static byte[][] Parquet { get; } =
    [
        Of(CompressionMethod.None),
        Of(CompressionMethod.Snappy),
        Of(CompressionMethod.Gzip),
        Of(CompressionMethod.Zstd),
        Of(CompressionMethod.Lz4Raw),
        Of(CompressionMethod.Brotli),
    ];

    private static byte[] Resource(string name)
    {
        using Stream stream = typeof(BinaryTableCorpus).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Of(CompressionMethod compression)
    {
        using var file = new MemoryStream();
        var schema = new ParquetSchema(new DataField<string>("text"), new DataField<long>("label"), new DataField<double?>("score"));
        Write(file, schema, compression).GetAwaiter().GetResult();
        return file.ToArray();
    }

    private static async Task Write(Stream file, ParquetSchema schema, CompressionMethod compression)
    {
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(schema, file, new ParquetOptions { CompressionMethod = compression });
        foreach (int first in new[] { 0, 6 })
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            int[] rows = [.. Enumerable.Range(first, 6)];
            await group.WriteAsync(schema.DataFields[0], [.. rows.Select(row => row % 5 == 2 ? null! : $"text {row}, \"quoted\"")]);
            await group.WriteAsync<long>(schema.DataFields[1], rows.Select(row => (long)(row % 2)).ToArray().AsMemory());
            await group.WriteAsync<double>(schema.DataFields[2], rows.Select(row => row == 3 ? null : (double?)row).ToArray().AsMemory());
        }
    }
}
