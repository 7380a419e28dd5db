using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>
/// A step of training on 50 texts with a trained embedding, 300 numbers a word, filters of three, four and five words, AdaGrad and dropout
/// 0.5; a fiftieth of it. Most of it is the product of the batch's distinct words and the filters. Distinct words are fewer than words, the
/// more so the longer the texts, and slightly more of a larger vocabulary; the filters' own step costs the same for any texts.
/// </summary>
internal sealed record BatchStepCost() : Cost("training, embedding 300-d, k = 3, 4, 5, batches of 50", TextsAtOnce: 50)
{
    public override IReadOnlyList<string> Expected => ["below 1", "near 0: as distinct words do", "1"];

    public override Action Prepare(Sizes sizes, EncodedTexts texts) => LearnerWork.Of(sizes, texts, new TrainingOptions
    {
        Network = new ConvNetOptions
        {
            Filters = [],
            Embedding = new EmbeddingOptions { Dimension = 300, Filters = [new(3, sizes.Filters), new(4, sizes.Filters), new(5, sizes.Filters)] },
        },
        BatchSize = TextsAtOnce,
        Threads = 1,
    });
}
