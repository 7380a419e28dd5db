using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Starts from a trained network, extended by the new words and labels of the texts.</summary>
internal sealed class ContinuedStart : TrainingStart
{
    private readonly Network<float> _network;
    private readonly Vocabulary _occurring;
    private readonly TrainedModel _given;

    private ContinuedStart(
        TrainingOptions options, LabelSet labels, Vocabulary vocabulary, Network<float> network, Vocabulary occurring, TrainedModel given)
        : base(options, labels, vocabulary)
    {
        _network = network;
        _occurring = occurring;
        _given = given;
    }

    public override FilterWords FilterWords => FilterWords.Of(_network);

    public override WordVectorCoverage? Coverage => Options.Network.Embedding?.Vectors?.Coverage(_occurring);

    public override Network<float>? GivenNetwork => _network;

    protected override TrainedModel? GivenModel => _given;

    /// <exception cref="ArgumentException">
    /// The given vectors don't have the dimension of the classifier's, or there are too many words.
    /// </exception>
    public static ContinuedStart Of(TrainingOptions options, LabelSet labels, TrainedModel model, IReadOnlyList<LabeledText> texts)
    {
        (Network<float> network, TextEncoder encoder, LabelSet knownLabels) = model;
        Vocabulary known = encoder.Vocabulary;
        WordCounts counts = new TextDivision(options.Ranks, options.ThreadCount).Count(texts, encoder.Tokenizer);
        VocabularyOptions included = options.Vocabulary with { UnknownWords = known.UnknownWords };
        var occurring = Vocabulary.Of(counts, encoder.Tokenizer, included, out int least);
        var words = VocabularyGrowth.Of(known, FilterWords.Of(network), occurring);
        int[] classes = [.. labels.Labels.Select(label => knownLabels.Find(label) ?? -1)];
        TrainingOptions own = options with
        {
            Tokenizer = encoder.Tokenizer,
            Vocabulary = options.Vocabulary with { MinimumCount = least },
            Networks = 1,
            Network = Form(network, options.Network).ForTokensOf(encoder.Tokenizer),
        };
        var grown = NetworkGrowth.Of(
            Uncalibrated(model),
            words,
            classes,
            own.Network.InitialDeviation,
            own.Network.Embedding?.Vectors,
            new CounterRandom(options.Seed));
        return new ContinuedStart(own, labels, words.Vocabulary, grown, occurring, model);
    }

    public override Network<float> Network(CounterRandom random, CounterRandom shared, FilterShare share, bool isRounded) =>
        NetworkParts.Of(_network, share, isRounded);

    public override Network<float> Receiver(FilterShare share) => NetworkParts.Of(_network, share);

    public override TrainedModel ToModel(Network<float> trained) => new(trained, Encoder, Labels);

    /// <summary>Returns the network with the output that training gave it: V times the temperature.</summary>
    private static Network<float> Uncalibrated(TrainedModel model) => model.Calibration is { } calibration
        ? model.Network.WithOutput(calibration.Output.Undo(model.Network.Output))
        : model.Network;

    /// <summary>Returns options with the network's form. Options for initial weights are the given ones.</summary>
    private static ConvNetOptions Form(Network<float> network, ConvNetOptions given)
    {
        FilterTable<float>[] words = network.Tables[..network.WordBanks];
        FilterTable<float>[] embedded = network.Tables[network.WordBanks..];
        return new ConvNetOptions
        {
            Filters = [.. words.Select(Group)],
            Activation = network.Activation,
            Padding = network.Banks[0].Padding,
            Biases = network.Output.Bias is not null,
            InitialDeviation = given.InitialDeviation,
            Embedding = network.Embedding is not { } embedding ? null : new EmbeddingOptions
            {
                Kind = embedding switch
                {
                    { StaticDimension: 0 } => EmbeddingKind.Trained,
                    { TrainedDimension: 0 } => EmbeddingKind.Static,
                    _ => EmbeddingKind.TwoChannel,
                },
                Vectors = given.Embedding?.Vectors,
                Dimension = Math.Max(embedding.StaticDimension, embedding.TrainedDimension),
                Filters = [.. embedded.Select(Group)],
            },
        };
    }

    private static FilterGroup Group(FilterTable<float> table) => new(table.Width, table.Filters);
}
