using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Filters in 16 bits with sums beside them, of which several tables share memory.</summary>
public class RoundedFiltersTests
{
    private const int Words = 5;

    private static readonly (int Words, int Width, int Filters)[] _shapes = [(Words, 1, 21), (Words, 2, 40), (Words, 3, 16), (Words - 2, 4, 7)];

    [Fact]
    public void EntriesAndSumsOfTablesThatShareMemory_HavePlacesOfTheirOwn()
    {
        FilterTable<float>[] tables = FilterTables.Of<float>(_shapes, areRounded: true);

        // every place gets a number of its own, which nothing else overwrites; all are whole numbers of 8 bits or a power of 2 times such
        List<(FilterTable<float> Table, int Word, int Position)> rows = [.. tables.SelectMany(RowsOf)];
        for (int r = 0; r < rows.Count; r++)
        {
            (FilterTable<float> table, int word, int position) = rows[r];
            float[] row = new float[table.Filters];
            Array.Fill(row, r + 1);
            table.Write(word, position, row);
            table.Rounded!.Sums.Slice(table.Index(word, position, 0), table.Filters).Fill((ushort)(r + 1));
        }

        Assert.InRange(rows.Count, 40, 250);
        for (int r = 0; r < rows.Count; r++)
        {
            (FilterTable<float> table, int word, int position) = rows[r];
            float[] row = new float[table.Filters];
            table.Read(word, position, row);
            Assert.All(row, entry => Assert.Equal(r + 1, entry));
            Assert.All(table.Rounded!.Sums.Slice(table.Index(word, position, 0), table.Filters).ToArray(), sum => Assert.Equal(r + 1, sum));
        }
    }

    [Fact]
    public void TablesOfTheSameWords_ShareMemory()
    {
        FilterTable<float>[] tables = FilterTables.Of<float>(_shapes, areRounded: true);

        int together = 2 * tables[..3].Sum(table => table.RowLength);
        Assert.Equal([together, together, together, 2 * tables[3].RowLength], tables.Select(table => table.Rounded!.Pitch));
        Assert.All(tables, table => Assert.Equal(table.RowLength, table.Rounded!.RowLength));
    }

    [Fact]
    public void TablesThatArentRounded_HaveTheirOwnEntries()
    {
        FilterTable<double>[] tables = FilterTables.Of<double>(_shapes, areRounded: false);

        Assert.Equal(_shapes, tables.Select(table => (table.Words, table.Width, table.Filters)));
        Assert.All(tables, table => Assert.Null(table.Rounded));
        Assert.All(tables, table => Assert.Equal(table.Length, table.Entries.Length));
    }

    [Fact]
    public void WithoutSums_TheEntriesAreTheSame_InMemoryOfTheirOwn()
    {
        FilterTable<float>[] tables = FilterTables.Of<float>(_shapes, areRounded: true);
        for (int t = 0; t < tables.Length; t++)
        {
            foreach ((FilterTable<float> table, int word, int position) in RowsOf(tables[t]))
                table.Write(word, position, [.. Enumerable.Range(0, table.Filters).Select(j => (8 * t) + word + (position / 4f) + j)]);
            tables[t].Rounded!.Sums[tables[t].Index(1, 0, 3)] = 7;
        }

        FilterTable<float>[] alone = FilterTables.WithoutSums(tables);

        int together = tables[..3].Sum(table => table.RowLength);
        Assert.Equal([together, together, together, tables[3].RowLength], alone.Select(table => table.Rounded!.Pitch));
        foreach ((FilterTable<float> table, FilterTable<float> copy) in tables.Zip(alone))
        {
            Assert.True(copy.Rounded!.Sums.IsEmpty);
            (float[] row, float[] copied) = (new float[table.Filters], new float[table.Filters]);
            foreach ((_, int word, int position) in RowsOf(table))
            {
                table.Read(word, position, row);
                copy.Read(word, position, copied);
                Assert.Equal(row, copied);
            }

            table.Write(0, 0, [99]);
            copy.Read(0, 0, copied);
            Assert.NotEqual(99, copied[0]);
        }
    }

    [Fact]
    public void WithoutSums_TablesInSinglePrecisionStayTheSame()
    {
        var table = new FilterTable<float>(Words, 2, 16);
        FilterTable<float> rounded = FilterTables.Of<float>([(Words, 3, 5)], areRounded: true)[0];

        FilterTable<float>[] alone = FilterTables.WithoutSums([table, rounded, table]);

        Assert.Same(table, alone[0]);
        Assert.NotSame(rounded, alone[1]);
        Assert.Same(table, alone[2]);
    }

    [Fact]
    public void Exchange_WritesAndReadsRowByRow_EntriesAndSumsApart()
    {
        FilterTable<float> table = FilterTables.Of<float>(_shapes, areRounded: true)[1];
        table.Write(4, 1, [1, 2]);
        table.Rounded!.Sums[table.Index(3, 0, 2)] = 0x4040;

        float[] entries = Exchanged(table.Rounded.Exchange);
        float[] sums = Exchanged(table.Rounded.ExchangeSums);

        // as a table of 32 bits has them
        var plain = new FilterTable<float>(Words, 2, 40);
        Assert.Equal(plain.Length, entries.Length);
        Assert.Equal(plain.Length, sums.Length);
        Assert.Equal([plain.Index(4, 1, 0), plain.Index(4, 1, 1)], Enumerable.Range(0, entries.Length).Where(at => entries[at] != 0));
        Assert.Equal(2, entries[plain.Index(4, 1, 1)]);
        Assert.Equal([plain.Index(3, 0, 2)], Enumerable.Range(0, sums.Length).Where(at => sums[at] != 0));

        FilterTable<float> other = FilterTables.Of<float>(_shapes, areRounded: true)[1];
        other.Rounded!.Exchange(numbers => entries.CopyTo(numbers));
        other.Rounded.ExchangeSums(numbers => sums.CopyTo(numbers));
        float[] row = new float[40];
        other.Read(4, 1, row);
        Assert.Equal([1, 2, 0], row[..3]);
        Assert.Equal(0x4040, other.Rounded.Sums[other.Index(3, 0, 2)]);

        static float[] Exchanged(Action<Action<Span<float>>> exchange)
        {
            float[] written = [];
            exchange(numbers => written = numbers.ToArray());
            return written;
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(Words, 2)]
    public void AnInfiniteEntry_IsFound_WhereverItIs(int word, int position)
    {
        FilterTable<float>[] tables = FilterTables.Of<float>(_shapes.AsSpan(0, 3), areRounded: true);
        tables[2].Rounded!.Entries[tables[2].Index(word, position, 15)] = 0xFF80;
        tables[1].Rounded!.Sums[3] = 0x7F80;

        Assert.Equal(float.NegativeInfinity, tables[2].FindNotFinite());
        Assert.Null(tables[0].FindNotFinite());
        Assert.Null(tables[1].FindNotFinite());
    }

    private static IEnumerable<(FilterTable<float> Table, int Word, int Position)> RowsOf(FilterTable<float> table) =>
        from word in Enumerable.Range(0, table.Words + 1)
        from position in Enumerable.Range(0, table.Width)
        select (table, word, position);
}
