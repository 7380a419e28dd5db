using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Storage;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>Filters in 8 bits as gaps and values.</summary>
public class QuantizedTensorsTests
{
    // a byte of 63 stands for 63 zeros without an entry after them
    [Theory]
    [InlineData(new[] { 0 }, new byte[] { 0 })]
    [InlineData(new[] { 62 }, new byte[] { 62 })]
    [InlineData(new[] { 63 }, new byte[] { 63, 0 })]
    [InlineData(new[] { 64 }, new byte[] { 63, 1 })]
    [InlineData(new[] { 126, 190 }, new byte[] { 63, 63, 0, 63, 0 })]
    [InlineData(new[] { 10, 11, 136 }, new byte[] { 10, 0, 63, 61 })]
    public void GapsOfZeros_AreCountedInSixtyThrees(int[] places, byte[] expected)
    {
        // 99 words and 2 filters
        QuantizedFilters filters = Filters();
        foreach (int place in places)
            filters.Row(place / 2, 0)[place % 2] = (sbyte)(place % 100 + 1);
        int zeros = 198 - 1 - places[^1];

        (byte[] gaps, byte[] values) = QuantizedTensors.Pack(filters);

        Assert.Equal([.. expected, .. Enumerable.Repeat((byte)63, zeros / 63)], HuffmanBytes.Unpack("U.gaps", gaps));
        Assert.Equal(places.Select(place => (byte)(place % 100 + 1)), HuffmanBytes.Unpack("U.values", values));
        QuantizedFilters read = Filters();
        QuantizedTensors.Unpack("U", gaps, values, read);
        for (int word = 0; word < 99; word++)
            Assert.Equal(filters.Row(word, 0), read.Row(word, 0));
    }

    // 198 entries
    [Theory]
    [InlineData(new byte[] { }, "fewer entries than filters")]
    [InlineData(new byte[] { 63, 63 }, "fewer entries than filters")]
    [InlineData(new byte[] { 63, 63, 8, 0 }, "")]
    [InlineData(new byte[] { 63, 63, 9, 0 }, "")]
    [InlineData(new byte[] { 63, 63, 63 }, "")]
    [InlineData(new byte[] { 63, 63, 63, 8 }, "")]
    [InlineData(new byte[] { 63, 63, 63, 9 }, "more entries than filters")]
    [InlineData(new byte[] { 63, 63, 63, 63 }, "more entries than filters")]
    public void EntriesThatARowLacks_MayBeFewAtTheEnd(byte[] gaps, string expected)
    {
        byte[] values = [.. gaps.Where(gap => gap != 63).Select(_ => (byte)1)];
        void Unpack() => QuantizedTensors.Unpack("U", HuffmanBytes.Pack(gaps), HuffmanBytes.Pack(values), Filters());

        if (expected.Length == 0) Unpack();
        else Assert.Contains(expected, Assert.Throws<InvalidDataException>(Unpack).Message, StringComparison.Ordinal);
    }

    // a compressed byte stands for at most eight gaps, each of at most 63 zeros, and fewer than 63 zeros need no gap at the end
    [Theory]
    [InlineData(1, 1, 566)]
    [InlineData(1, 2, 283)]
    [InlineData(2, 100, 10)]
    [InlineData(0, 1, 62)]
    public void ManyRows_NeedManyBytes(int bytes, int filters, long expected) => Assert.Equal(expected, QuantizedTensors.MostRows(bytes, filters));

    private static QuantizedFilters Filters()
    {
        var filters = new QuantizedFilters(words: 99, width: 1, filters: 2);
        filters.Scales.Fill(1);
        return filters;
    }
}
