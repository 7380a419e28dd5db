using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Options of training a classifier. The defaults suit a few hundred to a few tens of thousands of texts.</summary>
/// <remarks>Whatever takes the options checks and copies them.</remarks>
public sealed record TrainingOptions
{
    /// <summary>
    /// The tokenizer, which splits texts into words. The default splits words and punctuation and converts them to lower case.
    /// </summary>
    public ITokenizer Tokenizer { get; set; } = new WordTokenizer();

    /// <summary>Which words the classifier knows. The default is all words of the training texts unless there are very many.</summary>
    public VocabularyOptions Vocabulary { get; set; } = new();

    /// <summary>
    /// The form of the network. The default is 100 filters of each of the widths 1, 2 and 3, or 64 from 500,000 texts on, with biases, tanh
    /// and wide padding.
    /// </summary>
    public ConvNetOptions Network { get; set; } = new();

    /// <summary>The optimizer, which turns gradients into steps. The default is AdaGrad with its learning rate of 0.05.</summary>
    public Optimizer Optimizer { get; set; } = new AdaGrad();

    /// <summary>
    /// The number of passes over the training texts. The default is <see langword="null"/>: 250,000 divided by the number of texts,
    /// rounded, but at least 3 and at most 20. From 1 to 10,000.
    /// </summary>
    /// <remarks>
    /// Large sets would be memorized if they had as many epochs as small ones. Where the default <see cref="BatchSize"/> is that of many
    /// labels, a third more: 330,000 divided by the number of texts, within the same bounds. With given word vectors, which leave less to
    /// train, the default is 150,000 divided by the number of texts, rounded, but at least 3 and at most 9.
    /// </remarks>
    [Range(1, 10_000)]
    public int? Epochs { get; set; }

    /// <summary>The number of texts whose mean gradient makes one step. From 1 to 100,000.</summary>
    /// <remarks>
    /// The default is <see langword="null"/>: 1, because one step per text gets the most out of an epoch; 10 with a trained embedding, so
    /// that its filters are updated less often. With 500 labels or more and <see cref="AdaGrad"/>, where all rows of V take most of the
    /// time of a step, the default is 16 without an embedding, and the learning rate is eight times the given one: that is several times
    /// as fast, and no less accurate. With static vectors, it is 10 if there are 500 labels or more, or <see cref="MaxGradientNorm"/> is
    /// set. With 1, filters over static vectors are stepped after 20 texts, by the sum of their gradients.
    /// </remarks>
    [Range(1, 100_000)]
    public int? BatchSize { get; set; }

    /// <summary>The fraction of the pooled features that is dropped for a text in training. The default is 0.5. From 0 to 0.95.</summary>
    [Range(0.0, 0.95)]
    public double Dropout { get; set; } = 0.5;

    /// <summary>Whether a text has exactly one label or any number of them, which decides the output.</summary>
    /// <remarks>
    /// By default the texts decide: if each has exactly one label, the labels exclude each other; if a text has several or none, each label
    /// applies independently of the others.
    /// </remarks>
    public LabelsPerText LabelsPerText { get; set; } = LabelsPerText.FromData;

    /// <summary>The weights of the labels. Labels that aren't named have weight 1. The default is empty. From 0.001 to 1,000.</summary>
    /// <remarks>
    /// Training fails if no text has a label that is named here. The dictionary is copied when it is set. The weight of a text's label
    /// multiplies the gradient of the text and the loss −L that training minimizes, so that a text of weight 2 counts as two. The gradient
    /// of a batch is still divided by its number of texts. With several labels per text, the weight of label c multiplies the term where c
    /// applies: L = Σ_c (weight_c·y_c·log o_c + (1 − y_c)·log(1 − o_c)). It weighs the cost of missing the label. Reported losses are
    /// without weights.
    /// </remarks>
    public IReadOnlyDictionary<string, double> ClassWeights
    {
        get;
        set => field = value?.ToFrozenDictionary(StringComparer.Ordinal)!;
    } = FrozenDictionary<string, double>.Empty;

    /// <summary>
    /// The learning rate at the end of training, as a fraction of the rate at its start. The rate falls linearly, step by step. The default
    /// is 1: the rate is constant. From 0 to 1.
    /// </summary>
    [Range(0.0, 1.0)]
    public double FinalLearningRateFactor { get; set; } = 1;

    /// <summary>
    /// The strength λ of an L2 penalty: training maximizes the mean of L, less λ/2·θ² for every parameter θ. The default is 0: no penalty.
    /// From 0 to 1.
    /// </summary>
    /// <remarks>
    /// The penalty acts on the entries that a step touches. Unlike in the dense rule, a step leaves alone the entries of one-hot filters
    /// that win nothing in its batch, and the vectors of words that don't occur in it. Static vectors never change.
    /// </remarks>
    [Range(0.0, 1.0)]
    public double WeightDecay { get; set; }

    /// <summary>
    /// The largest length ‖v‖₂ of a row of V. Longer rows are shortened to it after each step. The default is <see langword="null"/>: no
    /// bound. From 0.001 to 1,000,000.
    /// </summary>
    /// <remarks>
    /// Kim (2014) uses 3 and halves the weights for prediction. Here dropout scales features up in training instead (inverted dropout), so
    /// that 1.5 is equivalent at a dropout of 0.5. The single row of a logistic output represents the difference of two rows of a softmax.
    /// </remarks>
    [Range(1e-3, 1e6)]
    public double? MaxNorm { get; set; }

    /// <summary>
    /// The largest length of the mean gradient of a step, over all parameters together. Longer gradients are shortened to it. The
    /// default is <see langword="null"/>: no bound. From 1e-6 to 1e6.
    /// </summary>
    [Range(1e-6, 1e6)]
    public double? MaxGradientNorm { get; set; }

    /// <summary>
    /// The number of networks that are trained independently, each from its own seed, and whose logits are averaged. The default is 3. From
    /// 1 to 100.
    /// </summary>
    /// <remarks>
    /// The averaged network is one network with the filters of all of them, and needs their memory and prediction time. Threads train as
    /// many networks at a time as there are threads.
    /// </remarks>
    [Range(1, 100)]
    public int Networks { get; set; } = 3;

    /// <summary>Whether filters over one-hot words are made compact when training ends. The default is <see langword="true"/>.</summary>
    /// <remarks>
    /// The weights of each filter are rounded to whole multiples of a scale, which is the filter's largest weight divided by 31; those
    /// nearer to 0 than one and a half multiples become 0. The file is then a tenth to a hundredth of the size of full weights, and the
    /// classifier in memory and the one in the file are the same. Where this raises the mean log-loss on the training texts by more than
    /// 0.005, the scale is the largest weight divided by 62 or 127; if that isn't enough either, the weights stay as they are. Checkpoints
    /// have full weights. What changed is in <see cref="TextClassifier.Compaction"/>.
    /// </remarks>
    public bool Compact { get; set; } = true;

    /// <summary>
    /// The largest size of the model file in bytes, without metadata. The default is <see langword="null"/>: no limit. From 1,000 to 10¹².
    /// </summary>
    /// <remarks>
    /// Requires <see cref="Compact"/>. If the file would be larger, weights have three to four bits, each filter's smallest weights become
    /// 0, and words without weights are dropped, until it fits. This costs accuracy.
    /// </remarks>
    [Range(1_000.0, 1e12)]
    public long? MaximumModelBytes { get; set; }

    /// <summary>Whether probabilities are calibrated when training ends. The default is <see cref="Calibration.OutOfFold"/>.</summary>
    /// <remarks>
    /// Beside the classifier's networks, others train on parts of the texts: one on four fifths of them or, if there are fewer than 5,000
    /// texts, three on two thirds each. From 500,000 texts on, no other does: the last of the classifier's networks, if it has several,
    /// leaves some 20,000 texts out. Predictions for the texts that a network wasn't trained on give the temperature or, if texts may have
    /// several labels, slopes and offsets (see <see cref="CalibrationReport"/>). Which label is the most probable never changes. With
    /// <see cref="EarlyStopping"/>, the texts held out for it aren't used. With <see cref="ClassWeights"/>, texts count with their weights:
    /// probabilities are those of texts in which a label of weight 2 is twice as frequent. At least 20 texts are needed; with fewer,
    /// <see cref="TrainingResult.UncalibratedReason"/> says so.
    /// </remarks>
    public Calibration Calibration { get; set; } = Calibration.OutOfFold;

    /// <summary>
    /// Whether to find out which predictions to accept so that at most a given share of them is wrong. The default is
    /// <see langword="false"/>.
    /// </summary>
    /// <remarks>
    /// Nine more networks train, each on two thirds of the texts, so that every text gets three out-of-fold predictions; their average
    /// stands in for the classifier's, and calibration uses it too. (With one or two <see cref="Networks"/>, three or six more train.)
    /// Training takes two to three times as long. See <see cref="TextClassifier.AcceptAt"/>.
    /// </remarks>
    public bool Acceptance { get; set; }

    /// <summary>
    /// Whether the classifier remembers which texts it was trained on, so that <see cref="TextClassifier.WasTrainedOn"/> recognizes them.
    /// The default is <see langword="false"/>.
    /// </summary>
    /// <remarks>
    /// The classifier and its file have a hash of 8 bytes per text, not the text. Whoever has the file can find out whether a text that
    /// they know was in the training. A classifier that remembers keeps doing so when it is trained further.
    /// </remarks>
    public bool RememberTexts { get; set; }

    /// <summary>
    /// Early stopping on held-out texts. The default is <see langword="null"/>: all texts are trained on, for all epochs.
    /// </summary>
    public EarlyStopping? EarlyStopping { get; set; }

    /// <summary>
    /// The path of a file that keeps the state of training, written after every epoch. The default is <see langword="null"/>: no file.
    /// </summary>
    /// <remarks>
    /// If the file exists, training resumes from it and gives the same bits as if it had never stopped; the file must come from the same
    /// options and texts. Cross-validation appends the number of the fold to the name.
    /// </remarks>
    public string? Checkpoint { get; set; }

    /// <summary>
    /// The number of threads, which share the networks and, within a network, the texts and filters of a batch. The default is
    /// <see langword="null"/>: the number of processors. From 1 to 1,024.
    /// </summary>
    /// <remarks>The number never changes the result.</remarks>
    [Range(1, 1_024)]
    public int? Threads { get; set; }

    /// <summary>
    /// The processes that share the networks and, where there are more of them, the filters of a network. The default is
    /// <see langword="null"/>: this one alone.
    /// </summary>
    /// <remarks>
    /// All of them train with the same options on the same texts, and get the same classifier, with the same bits as one process. Each has
    /// its own <see cref="Threads"/>. Cross-validation, learning curves and the search for wrong labels divide their folds among them.
    /// </remarks>
    [JsonIgnore]
    public IRankGroup? Ranks { get; set; }

    /// <summary>
    /// The seed of everything random: first weights, order of the texts, dropout, choice of held-out texts. The default is 1.
    /// </summary>
    /// <remarks>The same seed gives the same classifier, bit for bit, on processors with the same vector width.</remarks>
    public ulong Seed { get; set; } = 1;

    /// <summary>Whether each text makes its own step, except of filters over static vectors. Known once resolved.</summary>
    internal bool StepsByText => BatchSize == 1 && MaxGradientNorm is null && Network.Embedding is null or { TrainedDimension: 0 };

    /// <summary>The number of threads that training uses.</summary>
    internal int ThreadCount => Threads ?? Environment.ProcessorCount;

    /// <summary>
    /// Returns the options that training uses for a number of texts with a few labels: each <see langword="null"/> that depends on that
    /// number, on the network or on the machine is replaced by its value, filters included.
    /// </summary>
    /// <remarks>The batch size is at most the number of texts.</remarks>
    /// <param name="textCount">The number of training texts; at least 1.</param>
    /// <returns>A deep copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="textCount"/> is less than 1.</exception>
    public TrainingOptions Resolve(int textCount) => Resolve(textCount, labelCount: 1);

    /// <summary>Returns the options that training uses for a number of texts and labels.</summary>
    /// <remarks>As <see cref="Resolve(int)"/>. The learning rate is the one that training uses for the batch size.</remarks>
    /// <param name="textCount">The number of training texts; at least 1.</param>
    /// <param name="labelCount">The number of labels; at least 1.</param>
    /// <returns>A deep copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public TrainingOptions Resolve(int textCount, int labelCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(textCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(labelCount, 1);
        TrainingOptions copy = Copy();
        copy.Optimizer.LearningRate *= TrainingDefaults.RateFactor(this, labelCount);
        return copy with
        {
            Network = TrainingDefaults.Network(Network, textCount).Resolve(),
            Epochs = Epochs ?? TrainingDefaults.Epochs(this, textCount, labelCount),
            BatchSize = Math.Min(BatchSize ?? TrainingDefaults.BatchSize(this, labelCount), textCount),
            Threads = ThreadCount,
        };
    }

    /// <summary>Copies the options and those inside them, so that no caller can change them.</summary>
    internal TrainingOptions Copy() => this with
    {
        Vocabulary = Vocabulary with { },
        Network = Network with { Embedding = Network.Embedding is null ? null : Network.Embedding with { } },
        Optimizer = Optimizer with { },
        EarlyStopping = EarlyStopping is null ? null : EarlyStopping with { },
    };

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentNullException">An option that can't be <see langword="null"/> is.</exception>
    /// <exception cref="ArgumentException"><see cref="MaximumModelBytes"/> is set without <see cref="Compact"/>.</exception>
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
        if (MaximumModelBytes is not null && !Compact)
        {
            throw new ArgumentException(
                $"{nameof(MaximumModelBytes)} is set, but {nameof(Compact)} is false; it is for compact classifiers");
        }

        foreach ((string label, double weight) in ClassWeights)
            OptionRange.Check(weight, 0.001, 1_000, $"{nameof(ClassWeights)}['{label}']");
    }
}
