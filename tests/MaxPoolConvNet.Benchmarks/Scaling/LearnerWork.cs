using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>Training's steps over the texts in their order, one a run.</summary>
internal static class LearnerWork
{
    public static Action Of(Sizes sizes, EncodedTexts texts, TrainingOptions options)
    {
        TrainingOptions checkedOptions = options.Resolve(texts.Count);
        int batchSize = checkedOptions.BatchSize!.Value;
        Network<float> network = NetworkInitializer.Create<float>(sizes.Vocabulary, classes: 2, options.Network, new CounterRandom(1));
        var learner = Learner.Create(isRounded => NetworkParts.Of(network, FilterShare.All, isRounded), checkedOptions);
        int[] order = [.. Enumerable.Range(0, texts.Count / batchSize * batchSize)];
        var epoch = new CounterRandom(2);
        var tally = new Tally();
        int first = 0;
        return () =>
        {
            learner.Step(texts, order.AsSpan(first, batchSize), epoch, rate: 1, ref tally);
            first = (first + batchSize) % order.Length;
        };
    }
}
