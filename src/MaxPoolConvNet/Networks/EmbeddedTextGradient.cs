using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>The gradients of one text over an embedding, as matrices: those that training sums over a batch, here for this text.</summary>
internal sealed class EmbeddedTextGradient
{
    private readonly Network<double> _network;
    private readonly TransposedFilters<double> _filters;
    private readonly EmbeddingGradient<double> _gradient;
    private readonly int _words;

    /// <param name="network">The network.</param>
    /// <param name="pass">The text's pass; each of its words counts as a separate word.</param>
    /// <param name="gradient">The text's gradient.</param>
    public EmbeddedTextGradient(Network<double> network, ConvNetPass pass, TextGradient<double> gradient)
    {
        _network = network;
        _filters = new TransposedFilters<double>(network);
        _gradient = new EmbeddingGradient<double>(network, _filters, texts: 1);
        _words = pass.Text.WordCount;
        EmbeddingTable<double> embedding = network.Embedding!;
        double[] vectors = new double[_words * embedding.Stride];
        embedding.LookUp(pass.Text.WordIds.AsSpan(), vectors);

        _gradient.Collect(0, pass.Embedded!.WordIds.AsSpan(), pass.Fused, gradient);
        _gradient.BeginSums(1, _words);
        var scratch = new EmbeddingGradientScratch<double>();
        for (int block = 0; block < _gradient.Blocks.Length; block++)
            _gradient.SumFilters(block, vectors, scratch);
        for (int word = 0; word < _words && embedding.TrainedDimension > 0; word++)
            _gradient.SumWord(word, scratch);
    }

    /// <summary>∂L/∂U of a bank over the embedding, Sk × F.</summary>
    public Matrix<double> OfFilters(int bank)
    {
        FilterTable<double> table = _network.Tables[bank];
        var filters = Matrix<double>.Build.Dense(table.Width * table.Words, table.Filters);
        for (int row = 0; row < table.Width * table.Filters; row++)
        {
            (int position, int filter) = Math.DivRem(row, table.Filters);
            ReadOnlySpan<double> ofRow = _filters.Row(_filters.Gradients, _filters.FirstRow(bank) + (position * table.Stride) + filter);
            for (int s = 0; s < table.Words; s++)
                filters[(position * table.Words) + s, filter] = ofRow[s];
        }

        return filters;
    }

    /// <summary>∂L/∂X, n × S: 0 for the static entries.</summary>
    public Matrix<double> OfVectors()
    {
        EmbeddingTable<double> embedding = _network.Embedding!;
        var vectors = Matrix<double>.Build.Dense(_words, embedding.Dimension);
        for (int word = 0; word < _words && embedding.TrainedDimension > 0; word++)
        {
            ReadOnlySpan<double> ofWord = _gradient.OfWord(word);
            for (int s = 0; s < embedding.Dimension; s++)
                vectors[word, s] = ofWord[s];
        }

        return vectors;
    }
}
