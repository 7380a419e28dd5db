using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>A network that trains on a part of the texts, and the texts held out from it.</summary>
/// <param name="trainer">Trains the network.</param>
/// <param name="heldOut">The held-out texts, as the network sees them.</param>
/// <param name="texts">Their indices in the scores of all.</param>
/// <param name="sharing">The ranks that share the network's filters; null if this one has all of them.</param>
internal sealed class FoldNetwork(NetworkTrainer trainer, EncodedTexts heldOut, int[] texts, FilterSharing? sharing)
{
    private float[]? _logits;

    public NetworkTrainer Trainer { get; } = trainer;

    public EncodedTexts HeldOut { get; } = heldOut;

    public int[] Texts { get; } = texts;

    /// <summary>Computes the logits of the held-out texts, one text after the other.</summary>
    /// <exception cref="TrainingDivergedException">A weight isn't finite.</exception>
    public float[] Score()
    {
        if (_logits is not null) return _logits;
        Network<float> network = Trainer.UpToDate();
        if (network.FindNotFinite() is { } found)
            throw new TrainingDivergedException($"training of an out-of-fold network diverged: {found}; try a smaller learning rate");
        return NetworkScores.Of(network, sharing, HeldOut);
    }

    /// <summary>Keeps the scores of the trained network, and makes its memory available to others.</summary>
    public void Finish()
    {
        Trainer.Finish();
        _logits = Score();
        Trainer.UpToDate().Release();
    }
}
