using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Tables of filters with entries of their own, of several tables side by side, and in 8 and 16 bits: all against sums written out.</summary>
public class FilterTableTests
{
    private const int Words = 5;
    private const int Width = 2;

    // the responses to its last but one word are the largest of one filter and the smallest of another, wherever a text is cut
    private static readonly int[][] _longTexts = [.. Enumerable.Range(505, 12).Append(1_198).Select(at =>
        Enumerable.Range(0, 1_200).Select(word => word == at ? 2 : word % 2 == 0 ? Words : 4).ToArray())];

    [Theory]
    [InlineData("own", 21)]
    [InlineData("parts", 21)]
    [InlineData("8 bits", 21)]
    [InlineData("8 bits", 1_100)]
    [InlineData("16 bits", 21)]
    [InlineData("16 bits in parts", 21)]
    public void ConvolveMaxPool_GivesTheLargestSumAndTheFirstWindowThatHasIt(string form, int filters)
    {
        FilterTable<float> table = TableOf(form, filters);
        foreach (int[] text in (int[][])[[Words, 0], [1, 1, 1], [4, 3, Words, 2, 2, 0], .. _longTexts])
        {
            // each of several tables writes whole cache lines
            int room = table.Stride + 16;
            float[] maxima = new float[room];
            float[] winners = new float[room];
            float[] maximaAlone = new float[room];

            table.ConvolveMaxPool(text, maxima, winners);
            table.ConvolveMaxPool(text, maximaAlone, []);

            Assert.Equal(maxima, maximaAlone);
            for (int j = 0; j < filters; j++)
            {
                float[] sums = [.. Enumerable.Range(0, text.Length - 1).Select(at => EntryOf(text[at], 0, j) + EntryOf(text[at + 1], 1, j))];
                Assert.Equal(sums.Max(), maxima[j]);
                Assert.Equal(Array.IndexOf(sums, sums.Max()), winners[j]);
            }
        }
    }

    [Theory]
    [InlineData("own")]
    [InlineData("parts")]
    [InlineData("8 bits")]
    [InlineData("16 bits in parts")]
    public void EveryForm_ReadsAndCopiesTheSameEntries(string form)
    {
        FilterTable<float> table = TableOf(form, 21);
        FilterTable<double> doubled = table.To<double>();
        FilterTable<float> contiguous = TableOf(form, 21).Contiguous();
        float[] row = new float[21];
        float[] read = new float[21];
        for (int word = 0; word < Words; word++)
        {
            for (int position = 0; position < Width; position++)
            {
                table.Read(word, position, row);
                for (int j = 0; j < row.Length; j++)
                {
                    Assert.Equal(EntryOf(word, position, j), row[j]);
                    Assert.Equal(row[j], contiguous[word, position, j]);
                    Assert.Equal(row[j], doubled[word, position, j]);
                }
            }
        }

        // the first look at all entries makes them
        Assert.Equal(EntryOf(3, 1, 20), table.Entries[table.Index(3, 1, 20)]);
        Assert.Equal(table.Entries.ToArray(), contiguous.Entries.ToArray());
        Assert.Equal(table.Entries.Slice(table.Index(2, 0, 0), table.RowLength).ToArray(), table.WordRows(2).ToArray());
        table.Read(1, 1, read);
        Assert.Equal(Enumerable.Range(0, 21).Select(j => EntryOf(1, 1, j)), read);
        Assert.Equal((Words + 1) * table.RowLength, table.Entries.Length);
        Assert.Same(contiguous, contiguous.Contiguous());
        if (form.EndsWith("parts", StringComparison.Ordinal)) Assert.NotSame(table, table.Contiguous());
    }

    [Fact]
    public void EntriesIn16Bits_AreReadAndWrittenByRows()
    {
        FilterTable<float> table = TableOf("16 bits", 21);
        float[] row = new float[21];
        table.Read(3, 1, row);
        Assert.Equal(Enumerable.Range(0, 21).Select(j => EntryOf(3, 1, j)), row);
        Assert.Equal(EntryOf(3, 1, 20), table.Contiguous()[3, 1, 20]);
        Assert.Equal(EntryOf(3, 1, 20), table.To<double>()[3, 1, 20]);
        Assert.Throws<InvalidOperationException>(() => table.Entries.Length);

        // to the nearest of 8 significant bits
        Array.Fill(row, 1 + (3f / 256));
        table.Write(2, 0, row);
        table.Read(2, 0, row);
        Assert.All(row, entry => Assert.Equal(1 + (2f / 128), entry));
        table.Rounded!.Entries[table.Index(2, 0, 20)] = 0x7F80;
        Assert.Equal(float.PositiveInfinity, table.FindNotFinite());
    }

    [Fact]
    public void WordsInEightBits_AreSelectedWithTheirScales()
    {
        QuantizedFilters selected = Quantized(21).Select([4, 1]);

        Assert.Equal((2, Width, 21), (selected.Words, selected.Width, selected.Filters));
        var table = new FilterTable<float>(selected);
        Assert.Equal(EntryOf(4, 1, 20), table[0, 1, 20]);
        Assert.Equal(EntryOf(1, 0, 7), table[1, 0, 7]);
        Assert.Equal(Width * selected.Stride, selected.Address(1) - selected.Address(0));
    }

    [Fact]
    public void ANumberThatIsNotFinite_IsFoundInEveryForm()
    {
        FilterTable<float> own = TableOf("own", 21);
        FilterTable<float> parts = TableOf("parts", 21);
        Assert.Null(own.FindNotFinite());
        Assert.Null(parts.FindNotFinite());
        Assert.Null(TableOf("8 bits", 21).FindNotFinite());

        own[4, 1, 20] = float.NaN;
        Assert.Equal(float.NaN, own.FindNotFinite());
        Assert.Equal(float.NaN, new FilterTable<float>([TableOf("own", 3), own]).FindNotFinite());
        parts.Entries[0] = float.NegativeInfinity;
        Assert.Equal(float.NegativeInfinity, parts.FindNotFinite());
    }

    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 9, 9, 9 }, 2)]
    [InlineData(new[] { 9, 4, 9, 5, 7 }, 4)]
    [InlineData(new[] { 9, 4, 9 }, 3)]
    public void Trim_KeepsAsManyWordsWithoutRowsAsAWindowHas(int[] text, int kept) =>
        Assert.Equal(text[..kept], TableOf("own", 3).Trim(text).ToArray());

    [Fact]
    public void TooManyEntries_AreNamed()
    {
        const string Expected = "2,000,000 words × 2 positions × 1,000 filters are more than the 2,147,483,591 ";
        Assert.StartsWith(Expected + "entries", Assert.Throws<ArgumentException>(() => new FilterTable<float>(2_000_000, 2, 1_000)).Message, StringComparison.Ordinal);
        Assert.StartsWith(Expected + "bytes", Assert.Throws<ArgumentException>(() => new QuantizedFilters(2_000_000, 2, 1_000)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Route_VisitsTheEntriesOfWinningWindows_AndSkipsZeroWordsAndGradientsOfZero()
    {
        FilterTable<float> table = TableOf("own", 70);
        int[] text = [Words, 3, 1, 4, Words];
        float[] winners = [.. Enumerable.Range(0, 70).Select(j => (float)(j % 4))];
        float[] gradients = [.. Enumerable.Range(0, 70).Select(j => j % 3 == 0 ? 0 : j + 0.5f)];
        var visitor = new Recorder([]);

        FilterBank<float>.Route(text, table, winners, gradients, 2..69, ref visitor);

        List<(int At, int Entry, float Gradient)> expected = [];
        foreach (int j in Enumerable.Range(2, 67).Where(j => gradients[j] != 0))
        {
            int window = j % 4;
            for (int i = 0; i < Width; i++)
            {
                if (text[window + i] != Words) expected.Add((window + i, table.Index(text[window + i], i, j), gradients[j]));
            }
        }

        Assert.Equal(expected, visitor.Visits);
    }

    [Fact]
    public void ABank_AddsItsBiases_AndKeepsThemInAnotherPrecisionAndWithAnotherTable()
    {
        var bank = new FilterBank<float>(TableOf("own", 21), hasBias: true, Padding.Wide);
        for (int j = 0; j < 21; j++)
            bank.Bias![j] = j * 10;
        float[] responses = new float[bank.Table.Stride];
        float[] winners = new float[bank.Table.Stride];

        bank.Pool([4, 3, 2], bank.Table, responses, winners);

        for (int j = 0; j < 21; j++)
            Assert.Equal(Math.Max(EntryOf(4, 0, j) + EntryOf(3, 1, j), EntryOf(3, 0, j) + EntryOf(2, 1, j)) + (j * 10), responses[j]);
        FilterBank<double> doubled = bank.With(TableOf("parts", 21)).To<double>();
        Assert.Equal(Padding.Wide, doubled.Padding);
        Assert.Equal(200, doubled.Bias![20]);
        Assert.Equal(EntryOf(4, 1, 20), doubled.Table[4, 1, 20]);
        Assert.Null(new FilterBank<float>(TableOf("own", 21), hasBias: false, Padding.Wide).To<double>().Bias);
    }

    /// <summary>A table with the entries of <see cref="EntryOf"/>.</summary>
    private static FilterTable<float> TableOf(string form, int filters) => form switch
    {
        "own" => Filled(0, filters),
        "parts" => new FilterTable<float>([Filled(0, 3), Filled(3, 17), Filled(20, filters - 20)]),
        "16 bits" => Rounded(0, filters),
        "16 bits in parts" => new FilterTable<float>([Rounded(0, 3), Filled(3, 17), Rounded(20, filters - 20)]),
        _ => new FilterTable<float>(Quantized(filters)),
    };

    private static FilterTable<float> Rounded(int first, int filters)
    {
        var table = FilterTables.Of<float>([(Words, Width, filters)], areRounded: true)[0];
        FilterTable<float> exact = Filled(first, filters);
        foreach ((int word, int position, _) in Places(1))
            table.Write(word, position, exact.Entries.Slice(exact.Index(word, position, 0), filters));
        return table;
    }

    private static FilterTable<float> Filled(int first, int filters)
    {
        var table = new FilterTable<float>(Words, Width, filters);
        foreach ((int word, int position, int filter) in Places(filters))
            table[word, position, filter] = EntryOf(word, position, first + filter);
        return table;
    }

    private static QuantizedFilters Quantized(int filters)
    {
        var quantized = new QuantizedFilters(Words, Width, filters);
        for (int j = 0; j < filters; j++)
            quantized.Scales[j] = ScaleOf(j);
        foreach ((int word, int position, int filter) in Places(filters))
            quantized.Row(word, position)[filter] = (sbyte)NumberOf(word, position, filter);
        return quantized;
    }

    private static IEnumerable<(int Word, int Position, int Filter)> Places(int filters) =>
        from word in Enumerable.Range(0, Words)
        from position in Enumerable.Range(0, Width)
        from filter in Enumerable.Range(0, filters)
        select (word, position, filter);

    private static float EntryOf(int word, int position, int filter) => word == Words ? 0 : NumberOf(word, position, filter) * ScaleOf(filter);

    private static int NumberOf(int word, int position, int filter) => ((((word * 31) + (position * 17) + (filter * 7)) * 37) % 255) - 127;

    // powers of two, so that 16 bits have all digits
    private static float ScaleOf(int filter) => (1 << (filter % 3)) / 64f;

    private readonly record struct Recorder(List<(int At, int Entry, float Gradient)> Visits) : IEntryVisitor<float>
    {
        public void Visit(int at, int entry, float gradient) => Visits.Add((at, entry, gradient));
    }
}
