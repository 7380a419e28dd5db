using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>What training sums up over a batch, held to the layers' own Backward, text by text.</summary>
public class BatchGradientTests
{
    private static readonly int[][] _texts = [[0, 1, 2, 1], [3], [2, 2, 4, 0, 1, 3, 4], []];

    // the memory of these is used again
    private static readonly int[][] _earlierTexts = [[4, 4, 1, 0, 3, 2], [0, 2, 4], [1]];

    [Theory]
    [InlineData(EmbeddingKind.Trained, Padding.Wide)]
    [InlineData(EmbeddingKind.Trained, Padding.Narrow)]
    [InlineData(EmbeddingKind.Static, Padding.Wide)]
    [InlineData(EmbeddingKind.TwoChannel, Padding.Narrow)]
    public void Sums_AreThoseOfTheLayersOverAllTexts(EmbeddingKind kind, Padding padding)
    {
        ConvNet model = ConvNet.Random(
            5,
            new() { Filters = [new(2, 3)], Padding = padding, InitialDeviation = 0.5, Embedding = new() { Kind = kind, Dimension = 6, Filters = [new(1, 20), new(3, 20)] } },
            seed: 7);
        Network<double> network = model.InPrecision<double>();
        var filters = new TransposedFilters<double>(network);
        var batch = new EmbeddingGradient<double>(network, filters, _texts.Length);
        EmbeddingTable<double> embedding = network.Embedding!;

        // the words of the batch, in any order, are the rows of X
        int[] rowOfWord = [3, 0, 4, 1, 2];
        double[] vectors = new double[embedding.Words * embedding.Stride];
        for (int word = 0; word < embedding.Words; word++)
            embedding.Row(word).CopyTo(vectors.AsSpan(rowOfWord[word] * embedding.Stride));
        FilterTable<double>[] tables = [.. network.Banks.Select((bank, b) => b < network.WordBanks ? bank.Table : Projected(bank, embedding, rowOfWord))];
        var scratch = new EmbeddingGradientScratch<double>();
        foreach (int[][] texts in (int[][][])[_earlierTexts, _texts])
        {
            for (int t = 0; t < texts.Length; t++)
            {
                int[] rows = Array.ConvertAll(texts[t], word => rowOfWord[word]);
                var pass = new TextPass<double>(network);
                var gradient = new TextGradient<double>(network);
                network.Forward(texts[t], rows, tables, [], pass);
                network.Output.Function.Errors(pass.Logits, Target.OfClass(t % 2), gradient.Errors);
                network.Backward(pass, [], gradient);
                batch.Collect(t, rows, pass, gradient);
            }

            batch.BeginSums(texts.Length, embedding.Words);
            for (int block = 0; block < batch.Blocks.Length; block++)
                batch.SumFilters(block, vectors, scratch);
            for (int word = 0; word < embedding.Words && embedding.TrainedDimension > 0; word++)
                batch.SumWord(word, scratch);
        }

        Gradients[] expected = [.. _texts.Select((ids, t) => model.Backward(model.Forward(TextInput.FromWordIds(ids)), Target.OfClass(t % 2)))];
        foreach (FilterBlock block in batch.Blocks)
        {
            FilterTable<double> table = network.Tables[block.Bank];
            string name = "U" + network.Suffix(block.Bank);
            for (int position = 0; position < table.Width; position++)
            {
                for (int j = block.First; j < block.First + block.Count; j++)
                {
                    ReadOnlySpan<double> sums = filters.Row(filters.Gradients, filters.FirstRow(block.Bank) + (position * table.Stride) + j);
                    for (int s = 0; s < table.Words; s++)
                        Assert.Equal(expected.Sum(gradients => gradients[name][(position * table.Words) + s, j]), sums[s], 1e-12);
                }
            }
        }

        double[] squares = new double[FilterShards.Count(network.Features)];
        batch.AddSquaresOfFilters(squares);
        double allSquares = network.Tables[network.WordBanks..].Select((_, b) => "U" + network.Suffix(network.WordBanks + b))
            .Sum(name => expected.Select(gradients => gradients[name]).Aggregate((sum, one) => sum + one).Enumerate().Sum(g => g * g));
        Assert.Equal(allSquares, squares.Sum(), allSquares * 1e-12);
        Assert.All(squares, ofShard => Assert.True(ofShard > 0));

        for (int word = 0; word < embedding.Words && embedding.TrainedDimension > 0; word++)
        {
            int row = rowOfWord[word];
            ReadOnlySpan<double> sums = batch.OfWord(row);
            Assert.Equal(sums, batch.OfWords(row..(row + 1)));
            Assert.Equal(-1, sums[..embedding.StaticDimension].IndexOfAnyExcept(0));
            for (int s = 0; s < embedding.TrainedDimension; s++)
                Assert.Equal(expected.Sum(gradients => gradients["embedding"][word, s]), sums[embedding.StaticDimension + s], 1e-12);
        }
    }

    private static FilterTable<double> Projected(FilterBank<double> bank, EmbeddingTable<double> embedding, int[] rowOfWord)
    {
        double[] vectors = new double[embedding.Words * embedding.Dimension];
        for (int word = 0; word < embedding.Words; word++)
            embedding.Row(word)[..embedding.Dimension].CopyTo(vectors.AsSpan(rowOfWord[word] * embedding.Dimension));
        return bank.Project(vectors, embedding.Words);
    }
}
