using System.Collections.Frozen;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>How a classifier is trained. The defaults suit a few hundred to a few ten thousand texts; checked where it is taken.</summary>
public sealed record TrainingOptions
{
    /// <summary>How texts become words. The default splits words and punctuation, and makes them lower-case.</summary>
    public ITokenizer Tokenizer { get; init; } = new WordTokenizer();

    /// <summary>Which words are known. By default all of the training texts.</summary>
    public VocabularyOptions Vocabulary { get; init; } = new();

    /// <summary>The network's form. By default 100 filters each of the widths 1, 2 and 3, with biases, tanh and wide padding.</summary>
    public ConvNetOptions Network { get; init; } = new();

    /// <summary>How a gradient becomes a step. The default is AdaGrad with its learning rate of 0.05.</summary>
    public Optimizer Optimizer { get; init; } = new AdaGrad();

    /// <summary>How often training goes through all texts; from 1 to 10,000. The default is 20.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>
    /// Texts whose gradients' mean makes one step; from 1 to 100,000. The default is 1: a step for every text, which learns most from an
    /// epoch, on one thread.
    /// </summary>
    public int BatchSize { get; init; } = 1;

    /// <summary>The part of the pooled features that is left out for a text in training; from 0 to 0.95. The default is 0.5.</summary>
    public double Dropout { get; init; } = 0.5;

    /// <summary>
    /// Whether a text has one label or any number, which decides the output. The default takes it from the texts: where each has exactly one,
    /// labels exclude each other; where some has several or none, each label applies or not for itself.
    /// </summary>
    public LabelsPerText LabelsPerText { get; init; } = LabelsPerText.FromData;

    /// <summary>
    /// The weight of each label; from 0.001 to 1,000. Labels that aren't named weigh 1; the default names none. A label that no text has is
    /// an error of training. Copied when set.
    /// </summary>
    /// <remarks>
    /// The gradient of a text, and the loss −L that it lessens, is multiplied by the weight of its label, so that a text of weight 2 counts
    /// as two. A batch's gradient is still divided by its number of texts. With several labels a text, the weight of label c multiplies its
    /// own term where it applies: L = Σ_c weight_c·y_c·log o_c + (1 − y_c)·log(1 − o_c), which weighs how much it costs to miss it. Losses
    /// that are reported are without weights.
    /// </remarks>
    public IReadOnlyDictionary<string, double> ClassWeights
    {
        get;
        init => field = value?.ToFrozenDictionary(StringComparer.Ordinal)!;
    } = FrozenDictionary<string, double>.Empty;

    /// <summary>Early stopping on a held-out part; null, the default, trains on all texts for all epochs.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>
    /// Threads that share the texts and filters of a batch; from 1 to 1,024. The default is 1. With a batch size of 1 there is nothing to
    /// share. The number never changes the result.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// The seed of everything random: first weights, order of the texts, dropout, the held-out part. The default is 1. The same seed gives
    /// the same classifier, bit for bit, on processors with vectors of one width.
    /// </summary>
    public ulong Seed { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentNullException">An option that has no null is null.</exception>
    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Tokenizer);
        ArgumentNullException.ThrowIfNull(Vocabulary);
        ArgumentNullException.ThrowIfNull(Network);
        ArgumentNullException.ThrowIfNull(Optimizer);
        ArgumentNullException.ThrowIfNull(ClassWeights);
        Vocabulary.Check();
        Network.Check();
        Optimizer.Check();
        EarlyStopping?.Check();
        OptionRange.Check(Epochs, 1, 10_000, nameof(Epochs));
        OptionRange.Check(BatchSize, 1, 100_000, nameof(BatchSize));
        OptionRange.Check(Dropout, 0, 0.95, nameof(Dropout));
        OptionRange.Check(Threads, 1, 1_024, nameof(Threads));
        OptionRange.Check(LabelsPerText, nameof(LabelsPerText));
        foreach ((string label, double weight) in ClassWeights)
            OptionRange.Check(weight, 0.001, 1_000, $"{nameof(ClassWeights)}['{label}']");
    }
}
