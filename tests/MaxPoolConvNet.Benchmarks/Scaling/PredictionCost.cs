using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>
/// Word ids to logit, with 100 one-hot filters of two words: the pass of every prediction. Every window adds k rows of F entries, so that the
/// cost is linear in words and filters; how many rows the table has changes nothing but which cache they come from.
/// </summary>
internal sealed record PredictionCost() : Cost("prediction, one-hot, k = 2", TextsAtOnce: 1)
{
    public override IReadOnlyList<string> Expected => ["1", "0, but for the caches", "1, in steps of a cache line"];

    public override Action Prepare(Sizes sizes, EncodedTexts texts)
    {
        var options = new ConvNetOptions { Filters = [new(2, sizes.Filters)] };
        var network = NetworkInitializer.Create<float>(sizes.Vocabulary, classes: 2, options, new CounterRandom(1));
        var run = new PredictionScratch(network, null).Predicting;
        int text = 0;
        return () =>
        {
            run.Forward(texts.WordIds(text));
            text = (text + 1) % texts.Count;
        };
    }
}
