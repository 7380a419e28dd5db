using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Training;

public class FoldNetworksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AScore_IsTheMeanOfTheNetworksThatHoldTheTextOut(int networks)
    {
        FoldNetworks folds = Make(networks);
        foreach (FoldNetwork network in folds.All)
            network.Trainer.RunEpoch(0, null, TestContext.Current.CancellationToken);

        FoldScores scores = folds.Score();

        Assert.Equal((3 * networks, 60, 1), (folds.All.Count, scores.Count, scores.LogitCount));
        for (int text = 0; text < scores.Count; text++)
        {
            float[] ofNetworks = [.. folds.All.Where(network => network.Texts.Contains(text)).Select(network => network.Score()[Array.IndexOf(network.Texts, text)])];
            Assert.Equal(networks, ofNetworks.Length);
            Assert.Equal(networks, ofNetworks.Distinct().Count()); // each of another network
            Assert.Equal(ofNetworks.Average(), scores.Logits(text)[0], 1e-6);
        }
    }
    [Fact]
    public void ANetworkThatDiverged_IsNamedAsOneOfThese()
    {
        FoldNetwork diverged = Make(networks: 1).All[1];
        diverged.Trainer.UpToDate().Output.Row(0)[0] = float.PositiveInfinity;

        Assert.Equal(
            "training of an out-of-fold network diverged: an entry of V is Infinity; try a smaller learning rate",
            Assert.Throws<TrainingDivergedException>(diverged.Score).Message);
    }

    private static FoldNetworks Make(int networks)
    {
        PreparedTraining prepared = PreparedTrainings.Fresh(TrainingCalls.Small with { Acceptance = true, Networks = networks }, ToyTexts.Noise(60));
        return new FoldNetworks(prepared, prepared.Options, new NetworkRanks(null, prepared.Division, TimeProvider.System), null!);
    }
}
