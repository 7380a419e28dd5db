using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>A network that trains on a part of the texts, and the texts held out from it.</summary>
/// <param name="trainer">Trains the network.</param>
/// <param name="heldOut">The held-out texts, as this network sees them.</param>
internal sealed class FoldNetwork(NetworkTrainer trainer, EncodedTexts heldOut)
{
    public NetworkTrainer Trainer { get; } = trainer;

    public EncodedTexts HeldOut { get; } = heldOut;

    /// <summary>The number of logits of a text.</summary>
    public int LogitCount => Trainer.UpToDate().Output.Logits;

    /// <summary>Computes the logits of the held-out texts.</summary>
    /// <param name="scores">Receives them.</param>
    /// <param name="first">The index of the first of them in the scores.</param>
    /// <exception cref="TrainingDivergedException">A weight isn't finite.</exception>
    public void Score(FoldScores scores, int first)
    {
        Network<float> network = Trainer.UpToDate();
        if (network.FindNotFinite() is { } found)
            throw new TrainingDivergedException($"training of an out-of-fold network diverged: {found}; try a smaller learning rate");
        CompiledTable? rows = CompiledTable.Of(network, CompileOptions.Unasked);
        var run = new PredictionRun(network, rows, rows is null ? null : new MissingRows(network), keepWinners: false);
        for (int t = 0; t < HeldOut.Count; t++)
            run.Forward(HeldOut.WordIds(t)).Logits.CopyTo(scores.Logits(first + t));
    }
}
