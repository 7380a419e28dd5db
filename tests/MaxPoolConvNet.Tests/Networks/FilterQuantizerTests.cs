using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Rounding filters to whole numbers of a scale.</summary>
public class FilterQuantizerTests
{
    [Theory]
    [InlineData(127, 1.5)]
    [InlineData(31, 0.5)]
    [InlineData(1, 0)]
    public void EntriesBecomeTheNearestMultiple_SmallOnesZero(int levels, double smallest)
    {
        Network<float> network = Create();
        FilterTable<float> before = network.Tables[1];
        QuantizedFilters after = FilterQuantizer.Quantize(network, levels, smallest).Tables[1].Quantized!;
        for (int j = 0; j < before.Filters; j++)
        {
            float[] entries = Entries(before, j);
            float scale = after.Scales[j];
            // rounded up to 12 bits
            Assert.InRange(scale, entries.Max(Math.Abs) / levels, entries.Max(Math.Abs) / levels * (1 + (1f / 2048)));
            Assert.Equal(0, BitConverter.SingleToInt32Bits(scale) & 0xFFF);
            sbyte[] rounded = [.. Enumerable.Range(0, before.Words * before.Width).Select(r => after.Row(r / before.Width, r % before.Width)[j])];
            for (int r = 0; r < entries.Length; r++)
            {
                double multiple = entries[r] / scale;
                Assert.True(Math.Abs(multiple - rounded[r]) <= (rounded[r] == 0 ? Math.Max(smallest, 0.5) : 0.5) + 1e-6, $"{multiple} was rounded to {rounded[r]}");
                Assert.Equal(Math.Abs(multiple) > smallest && Math.Round(multiple) != 0, rounded[r] != 0);
            }
        }
    }

    [Fact]
    public void AFilterOfZeros_StaysOne()
    {
        Network<float> network = Create();
        foreach (int word in Enumerable.Range(0, network.Tables[0].Words))
            network.Tables[0][word, 0, 2] = 0;
        FilterTable<float> after = FilterQuantizer.Quantize(network, 127, FilterQuantizer.UsualSmallest).Tables[0];
        Assert.All(Entries(after, 2), entry => Assert.Equal(0, entry));
        Assert.Contains(Entries(after, 1), entry => entry != 0);
    }

    [Fact]
    public void RoundingAgain_ChangesNothing_NorDoesItTouchTheRest()
    {
        Network<float> network = Create();
        float[] given = network.Tables[0].Entries.ToArray();
        Network<float> once = FilterQuantizer.Quantize(network, 127, FilterQuantizer.UsualSmallest);
        Network<float> twice = FilterQuantizer.Quantize(once, 127, FilterQuantizer.UsualSmallest);
        for (int b = 0; b < 2; b++)
        {
            Assert.Equal(once.Tables[b].Quantized!.Scales.ToArray(), twice.Tables[b].Quantized!.Scales.ToArray());
            Assert.Equal(once.Tables[b].Entries.ToArray(), twice.Tables[b].Entries.ToArray());
        }

        Assert.Equal(given, network.Tables[0].Entries.ToArray());
        Assert.Same(network.Banks[2], once.Banks[2]);
        Assert.Same(network.Output, once.Output);
        Assert.Same(network.Embedding, once.Embedding);
    }

    [Theory]
    [InlineData(true, 1, 100)]
    [InlineData(false)]
    public void OneHotFilters_AreNeeded(bool expected, params int[] widths)
    {
        ConvNetOptions form = new()
        {
            Filters = [.. widths.Select(width => new FilterGroup(width, 2))],
            Embedding = new EmbeddingOptions { Dimension = 2, Filters = [new(1, 2)] },
        };
        Assert.Equal(expected, FilterQuantizer.CanQuantize(NetworkInitializer.Create<float>(3, 2, form, new CounterRandom(1))));
    }

    private static Network<float> Create() => NetworkInitializer.Create<float>(
        50,
        2,
        new ConvNetOptions
        {
            Filters = [new(1, 4), new(2, 5)],
            InitialDeviation = 0.5,
            Embedding = new EmbeddingOptions { Dimension = 3, Filters = [new(1, 4)] },
        },
        new CounterRandom(1));

    private static float[] Entries(FilterTable<float> table, int filter) =>
        [.. Enumerable.Range(0, table.Words * table.Width).Select(r => table[r / table.Width, r % table.Width, filter])];
}
