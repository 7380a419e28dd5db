using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>
/// Computes the scales of 8-bit rows: a filter's scale makes 127 of the largest absolute entry of its rows, over all words and positions.
/// </summary>
internal static class Int8Scales
{
    /// <summary>Looks at the rows of all words, of which it keeps none.</summary>
    /// <param name="maker">Makes the rows.</param>
    /// <param name="network">The network.</param>
    /// <param name="wordsAtOnce">Words whose rows are made at once.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>For each bank a scale for each filter, and ones up to the bank's stride.</returns>
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
                .Select(bank => Scales(largest[0].AsSpan(maker.Offset(bank)), network.Tables[bank])),
        ];
    }

    /// <summary>The scales of a bank, from the bits of the largest sizes at each position.</summary>
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

            // of a filter without anything to say, any scale makes zeros
            scales[j] = float.IsNormal(size / sbyte.MaxValue) ? size / sbyte.MaxValue : 1;
        }

        return scales;
    }
}
