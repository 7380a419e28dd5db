using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>The logits of held-out texts, also where ranks share the filters of a network.</summary>
internal static class NetworkScores
{
    /// <summary>The most texts whose sums are exchanged at once.</summary>
    private const int TextsAtOnce = 256;

    /// <param name="network">The network, or the own part of it.</param>
    /// <param name="sharing">The ranks that share its filters; null if the network has all of them.</param>
    /// <param name="texts">The texts.</param>
    /// <returns>The logits of all texts, text by text.</returns>
    public static float[] Of(Network<float> network, FilterSharing? sharing, EncodedTexts texts)
    {
        var run = PredictionRun.Of(network);
        int logits = network.Output.Logits;
        float[] scores = new float[(long)texts.Count * logits];
        if (sharing is null)
        {
            for (int t = 0; t < texts.Count; t++)
                run.Forward(texts.WordIds(t)).Logits.CopyTo(scores.AsSpan(t * logits));
            return scores;
        }

        for (int first = 0; first < texts.Count; first += TextsAtOnce)
        {
            int count = Math.Min(TextsAtOnce, texts.Count - first);
            sharing.Begin(count, logits);
            for (int t = 0; t < count; t++)
                network.Output.ShardSums(run.Forward(texts.WordIds(first + t)).Pooled, sharing.SumsOf(t));
            sharing.Exchange();
            for (int t = 0; t < count; t++)
                sharing.AddUp(t, network.Output.Bias, scores.AsSpan((first + t) * logits, logits));
        }

        return scores;
    }
}
