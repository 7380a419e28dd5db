using System.Text.Json;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using Parquet;
using Parquet.Schema;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>Labeled texts and texts in Parquet files.</summary>
[Trait("Category", "Slow")]
public sealed class ParquetTests : IDisposable
{
    private static readonly DataField<string> _text = new("text");
    private static readonly DataField<long> _label = new("label");
    private static readonly ListField _tags = new("tags", new DataField<string>("element"));
    private static readonly ListField _vector = new("vector", new DataField<double>("element", nullable: true));
    private static readonly DataField<double> _score = new("score", nullable: true);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Train_ReadsRowGroupAfterRowGroup_AndSkipsNulls()
    {
        ToolRun run = Train(await ParquetOf(CompressionMethod.Snappy));

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal("Parquet, label column \"label\", text column \"text\", 22 texts (2 without a text skipped), 2 labels: 0 11, 1 11", run.Lines[0]);
        ToolRun predicted = ToolRun.Of("predict", _folder.PathOf("m"), _folder.PathOf("t.parquet"), "--json");
        Assert.Equal(SmallTexts.Count, predicted.Lines.Count);
        Assert.Equal(["text 0, \"good\"\nand long", "text 1, \"bad\"\nand long", ""], predicted.Lines.Take(3).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData(CompressionMethod.None)]
    [InlineData(CompressionMethod.Gzip)]
    [InlineData(CompressionMethod.Zstd)]
    [InlineData(CompressionMethod.Lz4Raw)]
    [InlineData(CompressionMethod.Brotli)]
    [Trait("Category", "Slow")]
    public async Task Train_ReadsTheUsualCompressions(CompressionMethod compression) => Assert.Equal(ExitCode.Success, Train(await ParquetOf(compression)).ExitCode);

    [Fact]
    public async Task AListColumn_GivesSeveralLabels()
    {
        ToolRun run = Train(await ParquetOf(CompressionMethod.Snappy), "--label-column", "tags");

        Assert.Equal("Parquet, label column \"tags\", text column \"text\", 22 texts (2 without a text skipped), 3 labels: even, really 10, three 8, word 22", run.Lines[0]);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("SCORE")]
    public async Task ColumnsAreNamedOrNumbered_AndIntegralNumbersAreWrittenWithoutDecimals(string column)
    {
        ToolRun run = Train(await ParquetOf(CompressionMethod.Snappy), "--label-column", column);

        Assert.Contains("2 labels: 0 10, 1 12", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_NameFileAndRow()
    {
        byte[] parquet = await ParquetOf(CompressionMethod.Snappy);
        Train(parquet, "--label-column", "vector").AssertError("t.parquet: the column \"vector\" has an unsupported type");
        Train(parquet, "--label-column", "mood").AssertError("t.parquet: no column \"mood\" in the header \"text\", \"label\", \"tags\", \"score\", \"vector\", named with --label-column");
        Train(parquet, "--encoding", "utf-16").AssertError("is a Parquet file; format, separator and encoding");
        Train(await ParquetOf(CompressionMethod.Snappy, missing: 9), "--label-column", "score").AssertError("t.parquet, row 10: no label");
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task ABrokenFile_IsOneLine()
    {
        byte[] whole = await ParquetOf(CompressionMethod.Snappy);
        for (int length = 8; length < whole.Length; length += 97)
            Train(whole[..length]).AssertError("t.parquet: the Parquet file is damaged, truncated or compressed");
        for (int at = 4; at < 200; at += 9)
        {
            byte[] broken = [.. whole];
            broken[at] ^= 0x55;
            Assert.Contains(Train(broken).ExitCode, new[] { ExitCode.Success, ExitCode.BadInput });
        }
    }

    /// <summary>
    /// Pages of version 2, of which some aren't compressed, and a column of decimal numbers in an encoding that can't be read, written by
    /// DuckDB 1.5: COPY (SELECT …) TO 'duckdb-v2.parquet' (FORMAT parquet, PARQUET_VERSION 'V2').
    /// </summary>
    [Fact]
    public void AFileOfDuckDb_IsReadWithoutAnUnreadableColumnThatIsNotNeeded()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Commands", "Tables", "Files", "duckdb-v2.parquet"));

        Assert.Equal("Parquet, label column \"label\", text column \"text\", 60 texts, 2 labels: neg 30, pos 30", Train(file).Lines[0]);
        Train(file, "--label-column", "price").AssertError("t.parquet, row group 1 of 1: the Parquet file is damaged, truncated or compressed in an unsupported way");
    }

    /// <summary>The library that reads the footer never stops where it ends within a number.</summary>
    [Theory]
    [InlineData(0x05)] // a field with a number of its own
    [InlineData(0x15)] // a number
    [InlineData(0x18)] // a text
    [InlineData(0x19)] // a list
    [InlineData(0x1C)] // a struct
    public async Task AFooterThatEndsWithinAValue_IsAnError(byte last)
    {
        byte[] broken = await ParquetOf(CompressionMethod.None);
        broken[^9] = last;

        Train(broken).AssertError("t.parquet: the Parquet file is damaged, truncated or compressed");
    }

    /// <summary>The library that reads fields takes them for the type that they should have.</summary>
    [Theory]
    [InlineData(0, 0x18)] // the version, as a text
    [InlineData(2, 0x18)] // the schema, as a text
    [InlineData(3, 0x48)] // its elements, as texts
    public async Task AFieldOfTheFooterWithAnotherType_IsAnError(int at, byte type)
    {
        byte[] broken = await ParquetOf(CompressionMethod.None);
        int footer = broken.Length - 8 - BitConverter.ToInt32(broken, broken.Length - 8);
        Assert.Equal([0x15, 0x19], new[] { broken[footer], broken[footer + 2] });
        broken[footer + at] = type;

        Train(broken).AssertError("t.parquet: the Parquet file is damaged, truncated or compressed");
    }

    /// <summary>Some writers take one type of whole numbers for another; all are written alike.</summary>
    [Fact]
    public async Task AWholeNumberOfAnotherSize_IsRead()
    {
        byte[] other = await ParquetOf(CompressionMethod.None);
        int footer = other.Length - 8 - BitConverter.ToInt32(other, other.Length - 8);
        other[footer] = 0x16; // the version, as a number of 64 bits

        Assert.Equal(ExitCode.Success, Train(other).ExitCode);
    }

    /// <summary>Numbers of values are read before the values are, and take memory.</summary>
    [Fact]
    public async Task ForgedNumbersOfValues_AreAnErrorThatTakesNoMemory()
    {
        byte[] whole = await ParquetOf(CompressionMethod.None);
        int footer = whole.Length - 8 - BitConverter.ToInt32(whole, whole.Length - 8);
        var forged = new List<byte>();
        for (int at = footer; at < whole.Length - 8; at++)
        {
            // twelve rows in a field of type i64: 50,000,000 instead
            bool isCount = whole[at] == 0x16 && whole[at + 1] == 2 * SmallTexts.Count / 2;
            forged.AddRange(isCount ? [0x16, 0x80, 0xC2, 0xD7, 0x2F] : [whole[at]]);
            if (isCount) at++;
        }

        string path = _folder.Write("forged.parquet", [.. whole[..footer], .. forged, .. BitConverter.GetBytes(forged.Count), .. "PAR1"u8]);
        var options = new LabeledTextFileOptions();
        using TableFile? table = TableFile.OpenIfAny(path, sheet: null, options);
        long before = GC.GetAllocatedBytesForCurrentThread();
        InvalidDataException problem = Assert.Throws<InvalidDataException>(() => table!.Read(options));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
        Assert.StartsWith($"{path}, row group 1 of 2: the Parquet file is damaged", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("a column of 50000000 values in a file of", problem.InnerException!.Message, StringComparison.Ordinal);
    }

    /// <summary>The headers of pages have lengths, too: of the page, stored and whole, and of the statistics' texts.</summary>
    [Theory]
    [InlineData(CompressionMethod.None)]
    [InlineData(CompressionMethod.Snappy)]
    [InlineData(CompressionMethod.Gzip)]
    [InlineData(CompressionMethod.Zstd)]
    [InlineData(CompressionMethod.Lz4Raw)]
    [InlineData(CompressionMethod.Brotli)]
    public async Task ForgedLengthsInPages_TakeNoMemory(CompressionMethod compression)
    {
        byte[] whole = await ParquetOf(compression);
        int footer = whole.Length - 8 - BitConverter.ToInt32(whole, whole.Length - 8);
        var options = new LabeledTextFileOptions();
        int refused = 0;
        for (int at = 4; at < footer - 4; at += 3)
        {
            byte[] broken = [.. whole];
            broken.AsSpan(at, 4).Fill(0xFF);
            broken[at + 4] = 0x07; // as a number, 2,147,483,647
            string path = _folder.Write("broken.parquet", broken);
            using TableFile? table = TableFile.OpenIfAny(path, sheet: null, options);
            long before = GC.GetAllocatedBytesForCurrentThread();
            if (Record.Exception(() => table!.Read(options)) is { } problem)
            {
                Assert.True(problem is InvalidDataException, $"{at}: {problem}");
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
        }

        Assert.InRange(refused, footer / 12, footer / 3);
    }

    /// <summary>The schema is in the footer, and is parsed later than the rest of it.</summary>
    [Fact]
    public async Task AChangedByteOfTheFooter_IsReadOrAnErrorOfTheFile()
    {
        byte[] whole = await ParquetOf(CompressionMethod.None);
        int footer = whole.Length - 8 - BitConverter.ToInt32(whole, whole.Length - 8);
        var options = new LabeledTextFileOptions();
        int refused = 0;
        for (int at = footer; at < whole.Length; at += 3)
        {
            foreach (byte changed in new byte[] { 0, (byte)(whole[at] ^ 1) })
            {
                byte[] broken = [.. whole];
                broken[at] = changed;
                string path = _folder.Write("broken.parquet", broken);
                try
                {
                    using TableFile? table = TableFile.OpenIfAny(path, sheet: null, options);
                    table?.Read(options);
                }
                catch (InvalidDataException problem)
                {
                    refused++;
                    Assert.StartsWith(path, problem.Message, StringComparison.Ordinal);
                }
            }
        }

        Assert.InRange(refused, 20, int.MaxValue);
    }

    /// <summary>Two row groups: null texts at 2 and 14, labels 0 and 1, lists of labels.</summary>
    private static async Task<byte[]> ParquetOf(CompressionMethod compression, int missing = -1)
    {
        using var file = new MemoryStream();
        var schema = new ParquetSchema(_text, _label, _tags, _score, _vector);
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(schema, file, new ParquetOptions { CompressionMethod = compression }))
        {
            int[] all = [.. Enumerable.Range(0, SmallTexts.Count)];
            foreach (int[] rows in all.Chunk(SmallTexts.Count / 2))
            {
                using ParquetRowGroupWriter group = writer.CreateRowGroup();
                await group.WriteAsync(schema.DataFields[0], [.. rows.Select(t => t % 12 == 2 ? null! : $"text {t}, \"{(t % 2 == 0 ? "good" : "bad")}\"\nand long")]);
                await group.WriteAsync<long>(schema.DataFields[1], rows.Select(t => t < 12 ? (t % 4 > 1 ? 1L : 0) : (t % 4 > 1 ? 0 : 1L)).ToArray().AsMemory());
                string[][] tags = [.. rows.Select(TagsOf)];
                await group.WriteAsync(schema.DataFields[2], [.. tags.SelectMany(list => list)], LevelsOf(tags));
                await group.WriteAsync<double>(schema.DataFields[3], rows.Select(t => t == missing ? null : (double?)(t % 2)).ToArray().AsMemory());
                await group.WriteAsync<double>(schema.DataFields[4], new double?[rows.Length].AsMemory(), new int[rows.Length].AsMemory());
            }
        }

        return file.ToArray();
    }

    private static string[] TagsOf(int row) => [.. new[] { "word", row % 2 == 0 ? "even, really" : "", row % 3 == 0 ? "three" : "" }.Where(tag => tag.Length > 0)];

    private static ReadOnlyMemory<int> LevelsOf(string[][] lists) => lists.SelectMany(list => list.Select((_, at) => at == 0 ? 0 : 1)).ToArray();

    private ToolRun Train(byte[] parquet, params string[] switches) =>
        ToolRun.Of(["train", _folder.Write("t.parquet", parquet), "--model", _folder.PathOf("m"), .. SmallTexts.Quick, .. switches]);
}
