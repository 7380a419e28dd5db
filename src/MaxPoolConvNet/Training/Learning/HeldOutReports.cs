using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Reports how well the average of the networks predicts the held-out texts.</summary>
internal static class HeldOutReports
{
    /// <summary>Averages the networks' logits.</summary>
    /// <param name="prepared">The training.</param>
    /// <param name="ranks">Which ranks train which networks.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="training">The losses and hits of its training texts.</param>
    /// <param name="networkOf">Returns a network of this rank.</param>
    public static EpochReport Of(
        PreparedTraining prepared, NetworkRanks ranks, int epoch, Tally training, Func<int, Network<float>> networkOf)
    {
        EncodedTexts texts = prepared.HeldOut;
        float[][] ofNetworks = ranks.OfOwn(
            0, prepared.Options.Networks, prepared.Options.ThreadCount, n => NetworkScores.Of(networkOf(n), ranks.Sharing, texts));
        IOutputFunction<float> function = OutputFunctions.Of<float>(prepared.Start.Output);
        int logits = prepared.Start.LogitCount;
        float[] mean = new float[logits];
        var tally = new Tally();
        for (int t = 0; t < texts.Count; t++)
        {
            for (int c = 0; c < logits; c++)
                mean[c] = ofNetworks.Average(own => own[(t * logits) + c]);
            tally.Add(function, mean, texts.Target(t));
        }

        return new EpochReport(epoch, training.Loss, training.Accuracy, tally.Loss, tally.Accuracy);
    }
}
