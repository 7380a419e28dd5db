using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Training;

/// <summary>A network that doesn't train on some of the texts.</summary>
public class LeftOutTextsTests
{
    private static readonly LabeledText[] _texts = ToyTexts.Noise(60);
    private static readonly int[] _leftOut = [0, 7, 8, 9, 30, 59];

    [Fact]
    public void ItLearnsWhatItLearnsWhereTheyAreMissing()
    {
        LabeledText[] others = [.. _texts.Where((_, text) => !_leftOut.Contains(text))];

        (NetworkTrainer without, NetworkTrainer ofOthers) = (Trainer(_texts, _leftOut), Trainer(others, []));
        for (int epoch = 1; epoch <= 2; epoch++)
        {
            without.RunEpoch(epoch, null, TestContext.Current.CancellationToken);
            ofOthers.RunEpoch(epoch, null, TestContext.Current.CancellationToken);
        }

        Assert.Equal(NetworkWeights(ofOthers), NetworkWeights(without));
        Assert.NotEqual(NetworkWeights(Trainer(_texts, [])), NetworkWeights(without));
        Assert.Equal((54, 54, true), (without.TextCount, without.Tally.Texts, without.IsEpochComplete));
        Assert.Equal((ofOthers.WordsTrained, ofOthers.WordsToTrain), (without.WordsTrained, without.WordsToTrain));
        Assert.Equal(without.WordsToTrain, without.WordsTrained);
    }

    private static NetworkTrainer Trainer(LabeledText[] texts, int[] leftOut)
    {
        // dropout depends on the index of a text
        TrainingOptions options = (TrainingCalls.Small with { Epochs = 2, Dropout = 0, FinalLearningRateFactor = 0.1 }).Resolve(60);
        var vocabulary = Vocabulary.FromWords(_texts.SelectMany(text => text.Text.Split(' ')).Distinct());
        var encoded = new EncodedTexts(
            texts, new TextEncoder(new WhitespaceTokenizer(), vocabulary), new LabelSet([.. _texts[0].Labels, .. _texts[1].Labels]), "training");
        Network<float> start = NetworkInitializer.Create<float>(vocabulary.Count, classes: 2, options.Network, new CounterRandom(3));
        return new NetworkTrainer(() => Learner.Create(_ => start, options), encoded, leftOut, options, new CounterRandom(4));
    }

    private static IEnumerable<float> NetworkWeights(NetworkTrainer trainer)
    {
        ConvNet network = ConvNet.FromNetwork(trainer.UpToDate().To<double>());
        return network.Parameters.SelectMany(parameter => parameter.ToMatrix().Enumerate()).Select(weight => (float)weight);
    }
}
