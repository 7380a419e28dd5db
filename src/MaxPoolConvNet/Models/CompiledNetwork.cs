using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>
/// A network with an embedding as one over one-hot words: filters u over word vectors answer to word w at position i with x_w · u_i, which
/// is computed once for every word and becomes the row of w and i.
/// </summary>
internal static class CompiledNetwork
{
    /// <exception cref="ArgumentException">A table would have more entries than an array can.</exception>
    public static Network<T> Of<T>(Network<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (network.Embedding is not { } embedding) return network;
        T[] packed = new T[MatrixProduct<T>.PackedLength(embedding.Dimension)];
        var banks = new FilterBank<T>[network.Banks.Length];
        for (int b = 0; b < banks.Length; b++)
            banks[b] = b < network.WordBanks ? network.Banks[b] : Compile(network.Banks[b], embedding, packed);
        return new Network<T>(banks, null, [], network.Activation, network.Output);
    }

    private static FilterBank<T> Compile<T>(FilterBank<T> bank, EmbeddingTable<T> embedding, Span<T> packed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var table = new FilterTable<T>(embedding.Words, bank.Table.Width, bank.Table.Filters);
        Span<T> rows = table.Entries[..(embedding.Words * table.RowLength)];
        Lanes.Run<MatrixProduct<T>, T>(
            new MatrixProduct<T>(embedding.Entries, embedding.Stride, bank.Table.AsMatrix(), ..table.RowLength, rows, table.RowLength, packed));
        var compiled = new FilterBank<T>(table, bank.Bias is not null, bank.Padding);
        bank.Bias?.CopyTo(compiled.Bias!, 0);
        return compiled;
    }
}
