using System.Collections.Frozen;
using MaxPoolConvNet.Networks;
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

    /// <summary>
    /// How often training goes through all texts; from 1 to 10,000. Null, the default, takes 250,000 divided by the number of texts, rounded,
    /// at least 3 and at most 20: large sets are learned by heart where they are gone through as often as small ones. With given word vectors,
    /// from which training has less to learn, it is 200,000, at least 3 and at most 8.
    /// </summary>
    public int? Epochs { get; init; }

    /// <summary>
    /// Texts whose gradients' mean makes one step; from 1 to 100,000. Null, the default, takes 1 for filters over one-hot words alone: a step
    /// for every text, which learns most from an epoch; and 10 where there is an embedding, so that its filters are stepped less often.
    /// </summary>
    public int? BatchSize { get; init; }

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

    /// <summary>
    /// What the learning rate is multiplied by at the end: it falls in a straight line, step by step, to this part of itself; from 0 to 1. The
    /// default is 1: it stays.
    /// </summary>
    public double FinalLearningRateFactor { get; init; } = 1;

    /// <summary>
    /// λ of an L2 penalty: what is maximised is the mean of L, less λ/2·θ² of every parameter θ; from 0 to 1. The default is 0: none. It acts
    /// on the entries that a step touches; entries of one-hot filters that win nothing in a batch, and vectors of words that don't occur in it,
    /// rest in its step, unlike in the dense rule. Static vectors stay as they are.
    /// </summary>
    public double WeightDecay { get; init; }

    /// <summary>
    /// The largest length ‖v‖₂ of a row of V, to which longer ones are shortened after a step; from 0.001 to 1,000,000. Null, the default, for no
    /// bound. Kim (2014) takes 3 with weights that are halved for prediction: here dropout scales up in training instead (inverted dropout), so
    /// that 1.5 is the same at a rate of 0.5; and the one row of a logistic output stands for the difference of two rows of a softmax.
    /// </summary>
    public double? MaxNorm { get; init; }

    /// <summary>The largest length of a step's mean gradient of all parameters together, to which longer ones are shortened; from 1e-6 to 1e6. Null, the default, for no bound.</summary>
    public double? MaxGradientNorm { get; init; }

    /// <summary>
    /// Networks that are trained beside each other, each from a seed of its own, and whose logits are averaged; from 1 to 100. The averaged
    /// network is one network with the filters of all, and takes their memory and time for a prediction. Threads train as many of them at a
    /// time. The default is 3.
    /// </summary>
    public int Networks { get; init; } = 3;

    /// <summary>Early stopping on a held-out part; null, the default, trains on all texts for all epochs.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>
    /// A file that keeps the state of training, written after every epoch. Where it is there already, training goes on from it, to the same bits
    /// as if it had never stopped; it has to be of the same options and texts. Null, the default: none. Cross-validation puts the fold's number
    /// behind the name.
    /// </summary>
    public string? Checkpoint { get; init; }

    /// <summary>
    /// Threads that share the networks and, within a network, the texts and filters of a batch; from 1 to 1,024. The default is the number of
    /// processors. The number never changes the result.
    /// </summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// The seed of everything random: first weights, order of the texts, dropout, the held-out part. The default is 1. The same seed gives
    /// the same classifier, bit for bit, on processors with vectors of one width.
    /// </summary>
    public ulong Seed { get; init; } = 1;

    internal static NumberRange<int> EpochsRange { get; } = new(1, 10_000);

    internal static NumberRange<int> BatchSizeRange { get; } = new(1, 100_000);

    internal static NumberRange<double> DropoutRange { get; } = new(0, 0.95);

    internal static NumberRange<double> ClassWeightRange { get; } = new(0.001, 1_000);

    internal static NumberRange<double> FinalLearningRateFactorRange { get; } = new(0, 1);

    internal static NumberRange<double> WeightDecayRange { get; } = new(0, 1);

    internal static NumberRange<int> NetworksRange { get; } = new(1, 100);

    internal static NumberRange<int> ThreadsRange { get; } = new(1, 1_024);

    /// <summary>The epochs and the batch size for this many texts, where the defaults leave them open; a batch has room for each of its texts.</summary>
    internal TrainingOptions For(int texts) => this with
    {
        Epochs = Epochs ?? (Network.Embedding?.Vectors is null
            ? Math.Clamp((int)Math.Round(250_000.0 / texts), 3, 20)
            : Math.Clamp((int)Math.Round(200_000.0 / texts), 3, 8)),
        BatchSize = Math.Min(BatchSize ?? (Network.Embedding is null ? 1 : 10), texts),
    };

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
        if (Checkpoint is not null) ArgumentException.ThrowIfNullOrWhiteSpace(Checkpoint, nameof(Checkpoint));
        if (Epochs is { } epochs) EpochsRange.Check(epochs, nameof(Epochs));
        if (BatchSize is { } batchSize) BatchSizeRange.Check(batchSize, nameof(BatchSize));
        DropoutRange.Check(Dropout, nameof(Dropout));
        FinalLearningRateFactorRange.Check(FinalLearningRateFactor, nameof(FinalLearningRateFactor));
        WeightDecayRange.Check(WeightDecay, nameof(WeightDecay));
        if (MaxNorm is { } norm) OptionRange.Check(norm, 1e-3, 1e6, nameof(MaxNorm));
        if (MaxGradientNorm is { } gradient) OptionRange.Check(gradient, 1e-6, 1e6, nameof(MaxGradientNorm));
        NetworksRange.Check(Networks, nameof(Networks));
        ThreadsRange.Check(Threads, nameof(Threads));
        OptionRange.Check(LabelsPerText, nameof(LabelsPerText));
        foreach ((string label, double weight) in ClassWeights)
            ClassWeightRange.Check(weight, $"{nameof(ClassWeights)}['{label}']");
    }
}
