using System.CommandLine;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches for the training.</summary>
internal sealed class TrainingSwitches
{
    private static readonly TrainingOptions _defaults = new();

    private readonly NetworkSwitches _network = new();

    private readonly ChoiceSwitch<Optimizer> _optimizer = new(
        "--optimizer",
        "optimization method",
        ("adagrad", new AdaGrad()),
        ("adadelta", new AdaDelta()),
        ("adam", new Adam()),
        ("sgd", new Sgd()));

    private readonly Option<double?> _learningRate = NumberSwitch.Create(
        "--learning-rate",
        "step size at the start [default: adagrad 0.05, adadelta 1, adam 0.001, sgd 0.1]",
        SwitchRange<double>.Of<Optimizer>(nameof(Optimizer.LearningRate)));

    private readonly Option<double> _finalRate = NumberSwitch.Create(
        "--final-rate",
        "fraction of the learning rate reached at the end, linearly; 1 keeps it constant",
        SwitchRange<double>.Of<TrainingOptions>(nameof(TrainingOptions.FinalLearningRateFactor)),
        _defaults.FinalLearningRateFactor);

    private readonly Option<int?> _epochs = NumberSwitch.Create(
        "--epochs",
        "passes over the texts [default: 3 to 20, fewer for more texts]",
        SwitchRange<int>.Of<TrainingOptions>(nameof(TrainingOptions.Epochs)));

    private readonly Option<int?> _batchSize = NumberSwitch.Create(
        "--batch-size",
        "texts per step [default: 1; with an embedding 10; with 500 labels or more 16, at eight times the learning rate]",
        SwitchRange<int>.Of<TrainingOptions>(nameof(TrainingOptions.BatchSize)));

    private readonly Option<double> _dropout = NumberSwitch.Create(
        "--dropout",
        "fraction of the features dropped at each step",
        SwitchRange<double>.Of<TrainingOptions>(nameof(TrainingOptions.Dropout)),
        _defaults.Dropout);

    private readonly Option<double> _weightDecay = NumberSwitch.Create(
        "--weight-decay",
        "L2 penalty on the weights updated in a step",
        SwitchRange<double>.Of<TrainingOptions>(nameof(TrainingOptions.WeightDecay)),
        _defaults.WeightDecay);

    private readonly Option<int> _networks = NumberSwitch.Create(
        "--networks",
        "number of networks to train and average",
        SwitchRange<int>.Of<TrainingOptions>(nameof(TrainingOptions.Networks)),
        _defaults.Networks);

    private readonly Option<int?> _minimumCount = NumberSwitch.Create(
        "--min-count",
        "ignore words that occur fewer times in the training texts [default: 1; up to 5 to have at most 30,000 words]",
        SwitchRange<int>.Of<VocabularyOptions>(nameof(VocabularyOptions.MinimumCount)));

    private readonly Option<string[]> _classWeights = new("--class-weight")
    {
        Description = "weight of a label's texts in training, such as spam=5; repeat it for more labels [default: 1]",
        HelpName = "LABEL=X",
    };

    private readonly Option<int?> _patience = NumberSwitch.Create(
        "--early-stopping",
        "stop after N epochs without improvement on a tenth of the training texts; keep the best epoch",
        SwitchRange<int>.Of<EarlyStopping>(nameof(EarlyStopping.Patience)));

    private readonly ChoiceSwitch<Calibration> _calibration = new(
        "--calibration",
        "calibrate probabilities on predictions for training texts by networks trained without them",
        ("out-of-fold", Calibration.OutOfFold),
        ("none", Calibration.None));

    private readonly ChoiceSwitch<LabelsPerText> _labels = new(
        "--labels",
        "labels per text: one, several, or as in the data",
        ("from-data", LabelsPerText.FromData),
        ("one", LabelsPerText.One),
        ("several", LabelsPerText.Several));

    private readonly ChoiceSwitch<ITokenizer> _tokenizer = new(
        "--tokenizer",
        "how texts are split; subwords adds pieces of four characters of each word",
        ("words", new WordTokenizer()),
        ("words-case", new WordTokenizer(new WordTokenizerOptions { LowerCase = false })),
        ("whitespace", new WhitespaceTokenizer()),
        ("subwords", new SubwordTokenizer()));

    private readonly Option<int> _threads = ThreadsSwitch.Create();

    private readonly Option<ulong> _seed = NumberSwitch.Create(
        "--seed", "seed of the random numbers", new(0, ulong.MaxValue), _defaults.Seed);

    public void AddTo(Command command)
    {
        _network.AddTo(command);
        Option[] options =
        [
            _optimizer, _learningRate, _finalRate, _epochs, _batchSize, _dropout, _weightDecay, _networks, _minimumCount, _classWeights,
            _patience, _calibration, _labels, _tokenizer, _threads, _seed,
        ];
        foreach (Option option in options)
            command.Add(option);
    }

    /// <summary>The first given switch that needs a new network, and so excludes --continue; null if none was given.</summary>
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
            Calibration = _calibration.Read(arguments),
            LabelsPerText = _labels.Read(arguments),
            Tokenizer = _tokenizer.Read(arguments),
            Threads = arguments.GetValue(_threads),
            Seed = arguments.GetValue(_seed),
        };
    }
}
