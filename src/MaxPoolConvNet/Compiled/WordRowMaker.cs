using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>
/// Computes the rows of words: the responses to a word, at each position, of the filters of the banks from <paramref name="firstBank"/> on,
/// which include all banks over the embedding. The rows of a word are adjacent, bank after bank.
/// </summary>
internal sealed class WordRowMaker(Network<float> network, int firstBank)
{
    private readonly int[] _offsets = Offsets(network, firstBank);

    /// <summary>The first bank with rows.</summary>
    public int FirstBank => firstBank;

    /// <summary>The number of entries in the rows of a word.</summary>
    public int RowLength => _offsets[^1];

    /// <summary>Returns the filters of a bank.</summary>
    public FilterTable<float> Table(int bank) => network.Tables[bank];

    /// <summary>Returns the index at which a bank's rows begin in the rows of a word.</summary>
    public int Offset(int bank) => _offsets[bank];

    /// <summary>Computes the rows of some words in single precision.</summary>
    public ReadOnlySpan<float> Compute(ReadOnlySpan<int> words, MissingRows scratch)
    {
        Span<float> rows = scratch.Rows(checked(words.Length * RowLength));
        for (int b = firstBank; b < network.WordBanks; b++)
        {
            FilterTable<float> table = network.Tables[b];
            for (int w = 0; w < words.Length; w++)
            {
                // the padding after the filters stays 0
                Span<float> wordRows = rows.Slice((w * RowLength) + _offsets[b], table.RowLength);
                for (int i = 0; i < table.Width; i++)
                    table.Read(Math.Min(words[w], table.ZeroWord), i, wordRows.Slice(i * table.Stride, table.Filters));
            }
        }

        if (network.Embedding is not { } embedding) return rows;
        ReadOnlySpan<float> vectors = scratch.LookUp(embedding, words);
        for (int b = network.WordBanks; b < network.Banks.Length; b++)
            scratch.Projection!.Run(vectors, embedding.Stride, words.Length, network.Tables[b], rows[_offsets[b]..], RowLength);

        return rows;
    }

    private static int[] Offsets(Network<float> network, int firstBank)
    {
        int[] offsets = new int[network.Banks.Length + 1];
        for (int b = firstBank; b < network.Banks.Length; b++)
            offsets[b + 1] = checked(offsets[b] + network.Tables[b].RowLength);
        return offsets;
    }
}
