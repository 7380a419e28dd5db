using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Networks that train on a part of the texts, and the texts held out from them.</summary>
/// <param name="trainers">Train the networks.</param>
/// <param name="heldOut">The held-out texts, as these networks see them.</param>
internal sealed class Fold(NetworkTrainer[] trainers, EncodedTexts heldOut)
{
    public IReadOnlyList<NetworkTrainer> Trainers { get; } = trainers;

    public EncodedTexts HeldOut { get; } = heldOut;

    /// <summary>The number of logits of a text.</summary>
    public int LogitCount => trainers[0].UpToDate().Output.Logits;

    /// <summary>Computes the mean logits of the held-out texts.</summary>
    /// <param name="scores">Receives them; all 0 before.</param>
    /// <param name="first">The index of the first of them in the scores.</param>
    /// <exception cref="TrainingDivergedException">A weight isn't finite.</exception>
    public void Score(FoldScores scores, int first)
    {
        foreach (NetworkTrainer trainer in trainers)
            Add(trainer.UpToDate(), scores, first);
    }

    private void Add(Network<float> network, FoldScores scores, int first)
    {
        if (network.FindNotFinite() is { } found)
            throw new TrainingDivergedException($"training of an out-of-fold network diverged: {found}; try a smaller learning rate");
        CompiledTable? rows = CompiledTable.Of(network, CompileOptions.Unasked);
        var run = new PredictionRun(network, rows, rows is null ? null : new MissingRows(network), keepWinners: false);
        for (int t = 0; t < HeldOut.Count; t++)
        {
            Span<float> sum = scores.Logits(first + t);
            ReadOnlySpan<float> logits = run.Forward(HeldOut.WordIds(t)).Logits;
            for (int c = 0; c < sum.Length; c++)
                sum[c] += logits[c] / trainers.Length;
        }
    }
}
