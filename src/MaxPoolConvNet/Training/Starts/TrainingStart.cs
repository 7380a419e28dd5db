using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>What a training begins with: words, labels and first weights; and what its trained network becomes.</summary>
/// <param name="options">How to train, with the form of the network that is trained.</param>
/// <param name="labels">The labels to tell apart.</param>
/// <param name="vocabulary">The words that have an id in training.</param>
internal abstract class TrainingStart(TrainingOptions options, LabelSet labels, Vocabulary vocabulary)
{
    public TrainingOptions Options { get; } = options;

    public LabelSet Labels { get; } = labels;

    public Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>Makes ids of the training texts.</summary>
    public TextEncoder Encoder { get; } = new(options.Tokenizer, vocabulary);

    /// <summary>How many words of the training texts have a given vector; null where none are given.</summary>
    public abstract WordVectorCoverage? Coverage { get; }

    /// <summary>The network to go on from; null where all weights follow from the seed.</summary>
    public virtual Network<float>? GivenNetwork => null;

    /// <summary>One of the networks as it begins, which training may change.</summary>
    /// <param name="random">The network's own random numbers.</param>
    /// <param name="shared">Those of all networks.</param>
    public abstract Network<float> Network(CounterRandom random, CounterRandom shared);

    /// <summary>The model of the trained network.</summary>
    public abstract TrainedModel ToModel(Network<float> trained);
}
