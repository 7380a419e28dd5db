using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>The start of a training: words, labels and first weights. Also builds the model from the trained network.</summary>
/// <param name="options">The options of training, with the form of the network that is trained.</param>
/// <param name="labels">The labels to predict.</param>
/// <param name="vocabulary">The words that have an id in training.</param>
internal abstract class TrainingStart(TrainingOptions options, LabelSet labels, Vocabulary vocabulary)
{
    public TrainingOptions Options { get; } = options;

    public LabelSet Labels { get; } = labels;

    public Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>How many of the words have rows in the one-hot filters.</summary>
    public abstract FilterWords FilterWords { get; }

    /// <summary>The output that suits the labels.</summary>
    public OutputKind Output => OutputFunctions.KindFor(Labels.Labels.Length, Labels.SeveralPerText);

    /// <summary>The number of logits of a text.</summary>
    public int LogitCount => OutputFunctions.Of<float>(Output).LogitsOf(Labels.Labels.Length);

    /// <summary>Converts the training texts to word ids.</summary>
    public TextEncoder Encoder { get; } = new(options.Tokenizer, vocabulary);

    /// <summary>The number of words of the training texts that have a given vector; null if no vectors are given.</summary>
    public abstract WordVectorCoverage? Coverage { get; }

    /// <summary>The network to continue from; null if all weights follow from the seed.</summary>
    public virtual Network<float>? GivenNetwork => null;

    /// <summary>The model to continue from; null for a first training.</summary>
    protected virtual TrainedModel? GivenModel => null;

    /// <summary>Returns one of the networks with its first weights, for training to change.</summary>
    /// <param name="random">The network's own random numbers.</param>
    /// <param name="shared">The random numbers shared by all networks.</param>
    /// <param name="share">The filters that it has; the others are at other ranks.</param>
    /// <param name="isRounded">Whether its one-hot filters have 16 bits.</param>
    public abstract Network<float> Network(CounterRandom random, CounterRandom shared, FilterShare share, bool isRounded);

    /// <summary>Returns a whole network, or a part of it, to receive weights that were trained by other ranks.</summary>
    public abstract Network<float> Receiver(FilterShare share);

    /// <summary>Returns the model of the trained network.</summary>
    public abstract TrainedModel ToModel(Network<float> trained);

    /// <summary>Adds how familiar texts are to a model, from the texts that it was trained on.</summary>
    public TrainedModel WithFamiliarity(TrainedModel model, IReadOnlyList<LabeledText> texts) =>
        FamiliarityStatistics.Add(model, texts, GivenModel, Options.ThreadCount);

    /// <summary>Adds which texts a model was trained on, if the options or the given model ask for it.</summary>
    public TrainedModel WithTexts(TrainedModel model, IReadOnlyList<LabeledText> texts) =>
        Options.RememberTexts || GivenModel?.Texts is not null
            ? model with { Texts = TrainingTexts.Of(texts, model.Encoder.Tokenizer, GivenModel?.Texts) }
            : model;

    /// <summary>Adds how many of the texts that a model was trained on had each label.</summary>
    public TrainedModel WithLabelCounts(TrainedModel model, IReadOnlyList<LabeledText> texts) =>
        TrainingLabelCounts.Add(model, texts, GivenModel);
}
