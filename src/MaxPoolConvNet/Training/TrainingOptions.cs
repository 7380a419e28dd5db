using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>How a classifier is trained. The defaults suit a few hundred to a few ten thousand texts; checked and copied where it is taken.</summary>
public sealed record TrainingOptions
{
    /// <summary>How texts become words. The default splits words and punctuation, and makes them lower-case.</summary>
    public ITokenizer Tokenizer { get; set; } = new WordTokenizer();

    /// <summary>Which words are known. By default all of the training texts.</summary>
    public VocabularyOptions Vocabulary { get; set; } = new();

    /// <summary>The network's form. By default 100 filters each of the widths 1, 2 and 3, with biases, tanh and wide padding.</summary>
    public ConvNetOptions Network { get; set; } = new();

    /// <summary>How a gradient becomes a step. The default is AdaGrad with its learning rate of 0.05.</summary>
    public Optimizer Optimizer { get; set; } = new AdaGrad();

    /// <summary>
    /// How often training goes through all texts; from 1 to 10,000. Null, the default, takes 250,000 divided by the number of texts, rounded,
    /// at least 3 and at most 20: large sets are learned by heart where they are gone through as often as small ones. With given word vectors,
    /// from which training has less to learn, it is 200,000, at least 3 and at most 8.
    /// </summary>
    [Range(1, 10_000)]
    public int? Epochs { get; set; }

    /// <summary>
    /// Texts whose gradients' mean makes one step; from 1 to 100,000. Null, the default, takes 1 for filters over one-hot words alone: a step
    /// for every text, which learns most from an epoch; and 10 where there is an embedding, so that its filters are stepped less often.
    /// </summary>
    [Range(1, 100_000)]
    public int? BatchSize { get; set; }

    /// <summary>The part of the pooled features that is left out for a text in training; from 0 to 0.95. The default is 0.5.</summary>
    [Range(0.0, 0.95)]
    public double Dropout { get; set; } = 0.5;

    /// <summary>
    /// Whether a text has one label or any number, which decides the output. The default takes it from the texts: where each has exactly one,
    /// labels exclude each other; where some has several or none, each label applies or not for itself.
    /// </summary>
    public LabelsPerText LabelsPerText { get; set; } = LabelsPerText.FromData;

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
        set => field = value?.ToFrozenDictionary(StringComparer.Ordinal)!;
    } = FrozenDictionary<string, double>.Empty;

    /// <summary>
    /// What the learning rate is multiplied by at the end: it falls in a straight line, step by step, to this part of itself; from 0 to 1. The
    /// default is 1: it stays.
    /// </summary>
    [Range(0.0, 1.0)]
    public double FinalLearningRateFactor { get; set; } = 1;

    /// <summary>
    /// λ of an L2 penalty: what is maximised is the mean of L, less λ/2·θ² of every parameter θ; from 0 to 1. The default is 0: none. It acts
    /// on the entries that a step touches; entries of one-hot filters that win nothing in a batch, and vectors of words that don't occur in it,
    /// rest in its step, unlike in the dense rule. Static vectors stay as they are.
    /// </summary>
    [Range(0.0, 1.0)]
    public double WeightDecay { get; set; }

    /// <summary>
    /// The largest length ‖v‖₂ of a row of V, to which longer ones are shortened after a step; from 0.001 to 1,000,000. Null, the default, for no
    /// bound. Kim (2014) takes 3 with weights that are halved for prediction: here dropout scales up in training instead (inverted dropout), so
    /// that 1.5 is the same at a rate of 0.5; and the one row of a logistic output stands for the difference of two rows of a softmax.
    /// </summary>
    [Range(1e-3, 1e6)]
    public double? MaxNorm { get; set; }

    /// <summary>The largest length of a step's mean gradient of all parameters together, to which longer ones are shortened; from 1e-6 to 1e6. Null, the default, for no bound.</summary>
    [Range(1e-6, 1e6)]
    public double? MaxGradientNorm { get; set; }

    /// <summary>
    /// Networks that are trained beside each other, each from a seed of its own, and whose logits are averaged; from 1 to 100. The averaged
    /// network is one network with the filters of all, and takes their memory and time for a prediction. Threads train as many of them at a
    /// time. The default is 3.
    /// </summary>
    [Range(1, 100)]
    public int Networks { get; set; } = 3;

    /// <summary>Early stopping on a held-out part; null, the default, trains on all texts for all epochs.</summary>
    public EarlyStopping? EarlyStopping { get; set; }

    /// <summary>
    /// A file that keeps the state of training, written after every epoch. Where it is there already, training goes on from it, to the same bits
    /// as if it had never stopped; it has to be of the same options and texts. Null, the default: none. Cross-validation puts the fold's number
    /// behind the name.
    /// </summary>
    public string? Checkpoint { get; set; }

    /// <summary>
    /// Threads that share the networks and, within a network, the texts and filters of a batch; from 1 to 1,024. Null, the default, for the
    /// number of processors. The number never changes the result.
    /// </summary>
    [Range(1, 1_024)]
    public int? Threads { get; set; }

    /// <summary>
    /// The seed of everything random: first weights, order of the texts, dropout, the held-out part. The default is 1. The same seed gives
    /// the same classifier, bit for bit, on processors with vectors of one width.
    /// </summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>The threads that work.</summary>
    internal int ThreadCount => Threads ?? Environment.ProcessorCount;

    /// <summary>
    /// The options that training with these takes for this many texts: what depends on their number, on the network or on the machine where it
    /// is null stands there as a number, filters included. A batch has room for each text.
    /// </summary>
    /// <param name="textCount">The number of training texts; at least 1.</param>
    /// <returns>A copy, down to the options inside.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="textCount"/> is less than 1.</exception>
    public TrainingOptions Resolve(int textCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(textCount, 1);
        return Copy() with
        {
            Network = Network.Resolve(),
            Epochs = Epochs ?? (Network.Embedding?.Vectors is null
                ? Math.Clamp((int)Math.Round(250_000.0 / textCount), 3, 20)
                : Math.Clamp((int)Math.Round(200_000.0 / textCount), 3, 8)),
            BatchSize = Math.Min(BatchSize ?? (Network.Embedding is null ? 1 : 10), textCount),
            Threads = ThreadCount,
        };
    }

    /// <summary>A copy, down to the options inside, which no caller can change.</summary>
    internal TrainingOptions Copy() => this with
    {
        Vocabulary = Vocabulary with { },
        Network = Network with { Embedding = Network.Embedding is null ? null : Network.Embedding with { } },
        Optimizer = Optimizer with { },
        EarlyStopping = EarlyStopping is null ? null : EarlyStopping with { },
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
        OptionRange.CheckAll(this);
        foreach ((string label, double weight) in ClassWeights)
            OptionRange.Check(weight, 0.001, 1_000, $"{nameof(ClassWeights)}['{label}']");
    }
}
