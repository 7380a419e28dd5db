namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>
/// Texts as the peers take them: filled up to the longest of the batch with the id of padding, whose vector is zero. Windows that a text
/// hasn't are given a penalty, so that none of them wins the max-pool.
/// </summary>
internal sealed class PaddedBatch
{
    /// <summary>More than any response, and small enough not to turn into infinity.</summary>
    private const float Penalty = -1e9f;

    /// <param name="texts">The texts.</param>
    /// <param name="batch">Those of this batch.</param>
    public PaddedBatch(PeerTexts texts, IReadOnlyList<int> batch)
    {
        Texts = batch.Count;
        Length = Math.Max(KimForm.WidestWindow, batch.Max(text => texts.Encoded.WordIds(text).Length));
        WordIds = new long[Texts * Length];
        Array.Fill(WordIds, texts.Words);
        Penalties = [.. KimForm.Widths.Select(width => new float[Texts * KimForm.Windows(Length, width)])];
        Labels = new float[Texts];
        for (int t = 0; t < Texts; t++)
            Fill(t, texts.Encoded.WordIds(batch[t]), texts.Label(batch[t]));
    }

    /// <summary>How many texts.</summary>
    public int Texts { get; }

    /// <summary>Words of the longest text, at least those of the widest window.</summary>
    public int Length { get; }

    /// <summary>Texts × length.</summary>
    public long[] WordIds { get; }

    /// <summary>For each width texts × windows: 0 for a window of the text, far below 0 for one of padding alone.</summary>
    public float[][] Penalties { get; }

    /// <summary>1 or 0 for each text.</summary>
    public float[] Labels { get; }

    /// <summary>Batches of texts of similar lengths, so that little is padded.</summary>
    public static IReadOnlyList<PaddedBatch> Sorted(PeerTexts texts, IEnumerable<int> batch, int size) =>
        [.. batch.OrderBy(text => texts.Encoded.WordIds(text).Length).Chunk(size).Select(part => new PaddedBatch(texts, part))];

    private void Fill(int text, ReadOnlySpan<int> wordIds, float label)
    {
        for (int at = 0; at < wordIds.Length; at++)
            WordIds[(text * Length) + at] = wordIds[at];
        for (int w = 0; w < Penalties.Length; w++)
        {
            int windows = KimForm.Windows(Length, KimForm.Widths[w]);
            Penalties[w].AsSpan(text * windows, windows)[KimForm.Windows(wordIds.Length, KimForm.Widths[w])..].Fill(Penalty);
        }

        Labels[text] = label;
    }
}
