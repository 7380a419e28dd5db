using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>
/// Computes the scales of 8-bit rows: with its scale, the largest absolute entry of a filter's rows, over all words and positions, is 127.
/// </summary>
internal static class Int8Scales
{
    /// <summary>Computes the scales from the rows of all words, without keeping the rows.</summary>
    /// <param name="maker">Computes the rows.</param>
    /// <param name="network">The network.</param>
    /// <param name="wordsAtOnce">The number of words whose rows are computed at a time.</param>
    /// <param name="cancellationToken">Cancels the computation.</param>
    /// <returns>For each bank with rows, one scale per filter, padded with ones up to the bank's stride; none for others.</returns>
    /// <exception cref="ArithmeticException">A number isn't finite.</exception>
    public static float[][] Of(WordRowMaker maker, Network<float> network, int wordsAtOnce, CancellationToken cancellationToken)
    {
        int words = network.WordSize;
        var sharing = new WorkSharing(Environment.ProcessorCount);
        MissingRows[] scratch = [.. Enumerable.Range(0, sharing.Threads).Select(_ => new MissingRows(network))];
        int[][] largest = [.. scratch.Select(_ => new int[maker.RowLength])];
        sharing.Run(Chunks.Count(words, wordsAtOnce), (piece, worker) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int first, int count) = Chunks.Of(piece, words, wordsAtOnce).GetOffsetAndLength(words);
            int[] wordIds = [.. Enumerable.Range(first, count)];
            ReadOnlySpan<float> rows = maker.Compute(wordIds, scratch[worker]);
            for (; !rows.IsEmpty; rows = rows[maker.RowLength..])
                RowFormat.KeepLargest(rows[..maker.RowLength], largest[worker]);
        });
        for (int worker = 1; worker < largest.Length; worker++)
        {
            for (int at = 0; at < maker.RowLength; at++)
                largest[0][at] = Math.Max(largest[0][at], largest[worker][at]);
        }

        return
        [
            .. Enumerable.Range(0, network.Banks.Length)
                .Select(bank => bank < maker.FirstBank ? [] : Scales(largest[0].AsSpan(maker.Offset(bank)), network.Tables[bank])),
        ];
    }

    /// <summary>Computes the scales of a bank from the bits of the largest absolute values at each position.</summary>
    private static float[] Scales(ReadOnlySpan<int> largest, FilterTable<float> table)
    {
        float[] scales = new float[table.Stride];
        for (int j = 0; j < scales.Length; j++)
        {
            int bits = 0;
            for (int i = 0; i < table.Width; i++)
                bits = Math.Max(bits, largest[(i * table.Stride) + j]);
            float size = BitConverter.Int32BitsToSingle(bits);
            RowFormat.Check(size, float.MaxValue);

            // any scale gives zeros for a filter whose entries are all 0, or nearly
            scales[j] = float.IsNormal(size / sbyte.MaxValue) ? size / sbyte.MaxValue : 1;
        }

        return scales;
    }
}
