using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>
/// A step of training on one text, with one-hot filters of two words, AdaGrad and dropout 0.5. Forward as in prediction; going back, each
/// filter steps the k entries of the window that won, however long the text is and however many words there are.
/// </summary>
internal sealed record TextStepCost() : Cost("training, one-hot, k = 2, a step a text", TextsAtOnce: 1)
{
    public override IReadOnlyList<string> Expected => ["below 1, rising to 1", "0, but for the caches", "1"];

    public override Action Prepare(Sizes sizes, EncodedTexts texts) => LearnerWork.Of(sizes, texts, new TrainingOptions
    {
        Network = new ConvNetOptions { Filters = [new(2, sizes.Filters)] },
        BatchSize = 1,
        Threads = 1,
    });
}
