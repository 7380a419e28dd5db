using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>The table of an embedding: static entries, then trained ones.</summary>
public class EmbeddingTableTests
{
    [Fact]
    public void Rows_HaveStaticEntriesFirst()
    {
        EmbeddingTable<float> table = TableOf(staticDimension: 2, trainedDimension: 3);
        float[] vectors = new float[2 * table.Stride];

        table.LookUp([2, 0], vectors);

        Assert.Equal((5, 3, 16), (table.Dimension, table.Words, table.Stride));
        Assert.Equal([20, 21, 22, 23, 24, 0, 0], vectors[..7]);
        Assert.Equal([0, 1, 2, 3, 4, 0], vectors[16..22]);
        Assert.Equal([10, 11], table.Static(1).ToArray());
        Assert.Equal([12, 13, 14], table.Trained(1).ToArray());
        Assert.Equal(table.Row(1).ToArray(), table.Entries.Slice(16, 16).ToArray());
    }

    [Fact]
    public void AnotherPrecision_HasTheSameEntriesAndScales()
    {
        EmbeddingTable<double> doubled = TableOf(2, 3).To<double>();

        Assert.Equal((2, 3, 3), (doubled.StaticDimension, doubled.TrainedDimension, doubled.Words));
        Assert.Equal([20, 21, 22, 23, 24], doubled.Row(2)[..5].ToArray());
        Assert.Equal([0.5f], new EmbeddingTable<float>(1, 1, 0, [0.5f]).To<double>().Scales);
    }

    [Theory]
    [InlineData(new[] { 1, 0, 2, 0, 0 }, 1, 4)]
    [InlineData(new[] { 1, 0, 2, 0, 0 }, 5, 5)]
    [InlineData(new[] { 0, 0 }, 1, 1)]
    [InlineData(new[] { 1 }, 0, 1)]
    public void Trim_KeepsSomeOfTheLastWordsWhoseStaticVectorIsZero(int[] text, int zeros, int kept)
    {
        EmbeddingTable<float> table = TableOf(2, 0);
        table.Row(0).Clear();
        EmbeddingTable<float> trained = TableOf(2, 1);
        trained.Row(0).Clear();

        Assert.Equal(text[..kept], table.Trim(text, zeros).ToArray());
        Assert.Equal(text.Length, trained.LengthWithVectors(text));
    }

    [Fact]
    public void Round_GivesWholeNumbersOfTheScales_From127To127()
    {
        var table = new EmbeddingTable<float>(1, 3, 1, [0.5f, 0.25f, 2]);
        float[] row = [1.2f, -1000, 3.1f, 0.33f];
        row.CopyTo(table.Row(0));

        table.Round(0);

        Assert.Equal([1, -127 * 0.25f, 4, 0.33f], table.Row(0)[..4].ToArray());
    }

    [Fact]
    public void TooManyEntries_AreNamed()
    {
        const string Expected = "16,777,216 word vectors of 256 numbers are more than the 2,147,483,591 entries an array can have";
        Assert.Equal(Expected, Assert.Throws<ArgumentException>(() => new EmbeddingTable<float>(1 << 24, 256, 0, [])).Message);
        Assert.Equal(Expected, Assert.Throws<ArgumentException>(() => EmbeddingTable<float>.CheckSize(1 << 24, 256)).Message);
    }

    /// <summary>Entry s of word w is 10·w + s.</summary>
    private static EmbeddingTable<float> TableOf(int staticDimension, int trainedDimension)
    {
        var table = new EmbeddingTable<float>(3, staticDimension, trainedDimension, []);
        for (int word = 0; word < 3; word++)
        {
            for (int s = 0; s < table.Dimension; s++)
                table.Row(word)[s] = (10 * word) + s;
        }

        return table;
    }
}
