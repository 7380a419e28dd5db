using System.CommandLine;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches that say how to train.</summary>
internal sealed class TrainingSwitches
{
    private static readonly TrainingOptions _defaults = new();

    private readonly NetworkSwitches _network = new();

    private readonly ChoiceSwitch<Optimizer> _optimizer = new(
        "--optimizer",
        "how a gradient becomes a step",
        ("adagrad", new AdaGrad()),
        ("adadelta", new AdaDelta()),
        ("adam", new Adam()),
        ("sgd", new Sgd()));

    private readonly Option<double?> _learningRate = NumberSwitch.Create(
        "--learning-rate", "by default the optimizer's own", SwitchRange<double>.Of<Optimizer>(nameof(Optimizer.LearningRate)));

    private readonly Option<double> _finalRate = NumberSwitch.Create(
        "--final-rate",
        "what the learning rate falls to, in a straight line, as a part of itself; 1 keeps it",
        SwitchRange<double>.Of<TrainingOptions>(nameof(TrainingOptions.FinalLearningRateFactor)),
        _defaults.FinalLearningRateFactor);

    private readonly Option<int?> _epochs = NumberSwitch.Create(
        "--epochs",
        "how often training goes through the texts; by default 3 to 20, the fewer the more texts there are",
        SwitchRange<int>.Of<TrainingOptions>(nameof(TrainingOptions.Epochs)));

    private readonly Option<int?> _batchSize = NumberSwitch.Create(
        "--batch-size", "texts a step; by default 1, and 10 with an embedding", SwitchRange<int>.Of<TrainingOptions>(nameof(TrainingOptions.BatchSize)));

    private readonly Option<double> _dropout = NumberSwitch.Create(
        "--dropout", "part of the features left out in training", SwitchRange<double>.Of<TrainingOptions>(nameof(TrainingOptions.Dropout)), _defaults.Dropout);

    private readonly Option<double> _weightDecay = NumberSwitch.Create(
        "--weight-decay", "of an L2 penalty on what a step touches", SwitchRange<double>.Of<TrainingOptions>(nameof(TrainingOptions.WeightDecay)), _defaults.WeightDecay);

    private readonly Option<int> _networks = NumberSwitch.Create(
        "--networks", "networks whose logits are averaged", SwitchRange<int>.Of<TrainingOptions>(nameof(TrainingOptions.Networks)), _defaults.Networks);

    private readonly Option<int> _minimumCount = NumberSwitch.Create(
        "--min-count", "how often a word has to occur to be known", SwitchRange<int>.Of<VocabularyOptions>(nameof(VocabularyOptions.MinimumCount)), _defaults.Vocabulary.MinimumCount);

    private readonly Option<string[]> _classWeights = new("--class-weight")
    {
        Description = "how much texts of a label count, such as spam=5; may be repeated",
        HelpName = "LABEL=X",
    };

    private readonly Option<int?> _patience = NumberSwitch.Create(
        "--early-stopping",
        "watch a tenth of the texts to learn from, stop after N epochs without a better one, and take the best",
        SwitchRange<int>.Of<EarlyStopping>(nameof(EarlyStopping.Patience)));

    private readonly ChoiceSwitch<LabelsPerText> _labels = new(
        "--labels",
        "labels a text may have",
        ("from-data", LabelsPerText.FromData),
        ("one", LabelsPerText.One),
        ("several", LabelsPerText.Several));

    private readonly ChoiceSwitch<ITokenizer> _tokenizer = new(
        "--tokenizer",
        "how texts become words; subwords adds pieces of four characters of each word",
        ("words", new WordTokenizer()),
        ("words-case", new WordTokenizer(new WordTokenizerOptions { LowerCase = false })),
        ("whitespace", new WhitespaceTokenizer()),
        ("subwords", new SubwordTokenizer()));

    private readonly Option<int> _threads = ThreadsSwitch.Create();
    private readonly Option<ulong> _seed = NumberSwitch.Create("--seed", "of everything random", new(0, ulong.MaxValue), _defaults.Seed);

    public void AddTo(Command command)
    {
        _network.AddTo(command);
        Option[] options =
        [
            _optimizer, _learningRate, _finalRate, _epochs, _batchSize, _dropout, _weightDecay, _networks, _minimumCount, _classWeights,
            _patience, _labels, _tokenizer, _threads, _seed,
        ];
        foreach (Option option in options)
            command.Add(option);
    }

    /// <summary>The first switch given that is for a new network alone, which a classifier that learns on hasn't; null for none.</summary>
    public string? FirstGivenForNewNetwork(ParseResult arguments)
    {
        var given = new GivenSwitches(arguments);
        return _network.FirstGiven(given) ?? given.First(_networks, _labels, _tokenizer);
    }

    public TrainingOptions Read(ParseResult arguments)
    {
        Optimizer optimizer = _optimizer.Read(arguments);
        return _defaults with
        {
            Network = _network.Read(arguments),
            Optimizer = arguments.GetValue(_learningRate) is { } rate ? optimizer with { LearningRate = rate } : optimizer,
            FinalLearningRateFactor = arguments.GetValue(_finalRate),
            Epochs = arguments.GetValue(_epochs),
            BatchSize = arguments.GetValue(_batchSize),
            Dropout = arguments.GetValue(_dropout),
            WeightDecay = arguments.GetValue(_weightDecay),
            Networks = arguments.GetValue(_networks),
            Vocabulary = new VocabularyOptions { MinimumCount = arguments.GetValue(_minimumCount) },
            ClassWeights = LabelWeights.Parse(arguments.GetValue(_classWeights) ?? []),
            EarlyStopping = arguments.GetValue(_patience) is { } patience ? new EarlyStopping { Patience = patience } : null,
            LabelsPerText = _labels.Read(arguments),
            Tokenizer = _tokenizer.Read(arguments),
            Threads = arguments.GetValue(_threads),
            Seed = arguments.GetValue(_seed),
        };
    }
}
