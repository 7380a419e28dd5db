using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Training;

public class FoldNetworksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AScore_IsTheMeanOfTheNetworksThatHoldTheTextOut(int networks)
    {
        LabeledText[] texts = ToyTexts.Noise(60);
        TrainingOptions options = TrainingCalls.Small with { Acceptance = true, Networks = networks };
        LabelSet labels = TrainingLabels.Of(texts, options.LabelsPerText);
        var prepared = new PreparedTraining(part => FreshStart.Of(options, labels, part), new TextSplit(texts, []), options, oneByOne: false);
        var folds = new FoldNetworks(prepared, prepared.Options, new NetworkRanks(null, prepared.Division, TimeProvider.System));
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
}
