using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Which memory tables of filters have: what expands them, what is read afterwards, and what an array can have.</summary>
public class FilterTableMemoryTests
{
    private const int Words = 2_003;
    private const int Width = 2;
    private const int Filters = 96;

    [Theory]
    [InlineData("own")]
    [InlineData("parts")]
    [InlineData("8 bits")]
    [InlineData("16 bits")]
    public void PoolingAndPrefetching_ExpandNothing(string form)
    {
        FilterTable<float> table = TableOf(form);
        float[] maxima = new float[table.Stride];
        float[] winners = new float[table.Stride];
        int[] text = [0, Words - 1, Words, Words + 5];
        long before = GC.GetAllocatedBytesForCurrentThread();

        table.PrefetchRows(text);
        table.ConvolveMaxPool([0, Words - 1], maxima, winners);
        table.ConvolveMaxPool([0, Words - 1], maxima, []);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Words * Filters);
        Assert.Equal(0, maxima.Max());
    }

    [Fact]
    public void EntriesMadeOfParts_TakeTheirPlace()
    {
        var part = new FilterTable<float>(3, Width, 16);
        var table = new FilterTable<float>([part, new FilterTable<float>(3, Width, 5)]);
        part[1, 0, 2] = float.NaN;
        Assert.True(float.IsNaN(table.FindNotFinite()!.Value));

        table.Entries[table.Index(1, 0, 2)] = 7;

        Assert.Null(table.FindNotFinite());
        float[] maxima = new float[table.Stride];
        table.ConvolveMaxPool([1, 3], maxima, []);
        Assert.Equal(7, maxima[2]);
    }

    [Fact]
    public void Write_BeginsAtAFilter()
    {
        var table = new FilterTable<float>(3, Width, 21);

        table.Write(2, 1, [7, 8], firstFilter: 18);

        float[] row = new float[21];
        table.Read(2, 1, row);
        Assert.Equal([.. Enumerable.Repeat(0f, 18), 7, 8, 0], row);
        Assert.Equal(15, table.Entries.ToArray().Sum());
    }

    [Fact]
    public void EntriesIn16Bits_AreNotReadAsOthers() => Assert.Equal(
        "the entries have 16 bits; read and write rows",
        Assert.Throws<InvalidOperationException>(() => TableOf("16 bits").Entries.Length).Message);

    [Theory]
    [InlineData("own")]
    [InlineData("8 bits")]
    [InlineData("16 bits")]
    public void Release_LeavesNoEntries(string form)
    {
        FilterTable<float> table = TableOf(form);

        table.Release();

        Assert.Throws<ArgumentOutOfRangeException>(() => form switch
        {
            "own" => table.Entries.Length,
            "8 bits" => table.Quantized!.Row(0, 0).Length,
            _ => table.Rounded!.Entries.Length,
        });
    }

    // an array has 2,147,483,591 numbers at most, and each entry has a sum beside it
    [Theory]
    [InlineData(67_108_861, 1)]
    [InlineData(67_108_862, 0)]
    [InlineData(33_554_430, 2)]
    [InlineData(33_554_431, 1)]
    [InlineData(100, 2)]
    public void TablesShareMemory_AsFarAsAnArrayReaches(int words, int together) => Assert.Equal(
        Enumerable.Repeat(16, together), FilterTables.Together([(words, 1, 16), (words, 1, 3), (words + 1, 1, 16)]));

    private static FilterTable<float> TableOf(string form) => form switch
    {
        "own" => new FilterTable<float>(Words, Width, Filters),
        "parts" => new FilterTable<float>([new FilterTable<float>(Words, Width, 16), new FilterTable<float>(Words, Width, Filters - 16)]),
        "8 bits" => new FilterTable<float>(new QuantizedFilters(Words, Width, Filters)),
        _ => FilterTables.Of<float>([(Words, Width, Filters)], areRounded: true)[0],
    };
}
