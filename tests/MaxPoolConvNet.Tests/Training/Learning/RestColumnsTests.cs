using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class RestColumnsTests
{
    private const float Untouched = -7;
    private const int Dimension = 7;
    private const int Zero = 6;

    // the words needn't be all, nor in order
    private static readonly int[] _words = [8, 0, 1, 5, 3, 4, 7];

    [Theory]
    [InlineData(16, 32, 0)]
    [InlineData(4, 3, 1)]
    [InlineData(20, 15, 1)]
    [InlineData(31, 31, 2)]
    public void Project_ComputesTheFiltersThatFillNoLine_AndNoOthers(int filters, int others, int chunks)
    {
        ConvNet model = ConvNet.Random(
            9,
            new() { Filters = [new(1, 3)], Embedding = new() { Kind = EmbeddingKind.Trained, Dimension = Dimension, Filters = [new(2, filters), new(1, others)] } },
            seed: 3);
        Network<float> network = model.InPrecision<float>();
        var transposed = new TransposedFilters<float>(network);
        EmbeddingTable<float> embedding = network.Embedding!;
        FilterTable<float>[] tables = [.. network.Tables];
        foreach (int bank in new[] { 1, 2 })
        {
            tables[bank] = new FilterTable<float>(embedding.Words, network.Tables[bank].Width, network.Tables[bank].Filters);
            tables[bank].Entries.Fill(Untouched);
        }

        var rests = new RestColumns(network, transposed);
        float[] packed = new float[MatrixProduct<float>.PackedLength(Dimension)];
        for (int chunk = 0; chunk < rests.Count; chunk++)
        {
            rests.Project(chunk, _words, embedding.Entries, tables, packed);
            rests.Clear(chunk, Zero, tables);
        }

        Assert.Equal(chunks, rests.Count);
        for (int word = 0; word < embedding.Words; word++)
        {
            foreach (int bank in new[] { 1, 2 })
            {
                FilterTable<float> table = tables[bank];
                for (int entry = 0; entry < table.RowLength; entry++)
                {
                    int filter = entry % table.Stride;
                    bool isRest = filter < table.Filters && filter >= table.Filters / 16 * 16;
                    float expected = !isRest ? Untouched
                        : word == Zero ? 0
                        : _words.Contains(word) ? Product(embedding.Row(word), network.Tables[bank], entry) : Untouched;
                    Assert.Equal(expected, table.WordRows(word)[entry]);
                }
            }
        }
    }

    private static float Product(ReadOnlySpan<float> vector, FilterTable<float> filters, int entry)
    {
        float sum = 0;
        for (int s = 0; s < Dimension; s++)
            sum = float.MultiplyAddEstimate(vector[s], filters.WordRows(s)[entry], sum);
        return sum;
    }
}
