using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>The memory of filters in 8 bits.</summary>
public class QuantizedFiltersTests
{
    [Fact]
    public void RowsAreApart_AndStartAtCacheLines()
    {
        var filters = new QuantizedFilters(words: 3, width: 2, filters: 65);
        for (int row = 0; row < 8; row++)
            filters.Row(row / 2, row % 2).Fill((sbyte)row);

        for (int row = 0; row < 8; row++)
            Assert.Equal(-1, filters.Row(row / 2, row % 2).IndexOfAnyExcept((sbyte)row));
        Assert.Equal(128, filters.Stride);
        Assert.Equal(0, filters.Address(0) % 64);
        Assert.Equal(2 * 128, filters.Address(3) - filters.Address(2));
    }

    [Fact]
    public void MemoryThatWasGivenBack_IsClearedForTheNext()
    {
        // more than a megabyte: smaller arrays aren't kept
        for (int time = 0; time < 3; time++)
        {
            var filters = new QuantizedFilters(words: 10_000, width: 1, filters: 128);
            for (int word = 0; word <= filters.Words; word++)
            {
                Assert.Equal(-1, filters.Row(word, 0).IndexOfAnyExcept((sbyte)0));
                filters.Row(word, 0).Fill(1);
            }

            filters.Release();
        }
    }
}
