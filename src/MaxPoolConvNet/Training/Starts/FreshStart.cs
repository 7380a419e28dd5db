using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Starts from a random network for the words of the texts.</summary>
internal sealed class FreshStart : TrainingStart
{
    private readonly WordVectors? _vectors;
    private readonly Vocabulary _known;

    private FreshStart(TrainingOptions options, LabelSet labels, Vocabulary vocabulary)
        : base(options, labels, vocabulary)
    {
        _vectors = options.Network.Embedding?.Vectors;
        _known = PretrainedWords.Append(vocabulary, options.Network.Embedding);
        if (options.Network.Embedding is not { } embedding) return;
        int dimension = embedding.StaticDimension + (options.Networks * embedding.TrainedDimension);
        EmbeddingTable<float>.CheckSize(_known.Count, dimension);
    }

    public override FilterWords FilterWords => FilterWords.Of(Vocabulary, Options.Tokenizer);

    public override WordVectorCoverage? Coverage => _vectors?.Coverage(Vocabulary);

    /// <exception cref="ArgumentException">No word occurs often enough, or there are too many words for the embedding.</exception>
    public static FreshStart Of(TrainingOptions options, LabelSet labels, IReadOnlyList<LabeledText> texts)
    {
        WordCounts counts = new TextDivision(options.Ranks, options.ThreadCount).Count(texts, options.Tokenizer);
        var vocabulary = Vocabulary.Of(counts, options.Tokenizer, options.Vocabulary, out int least);
        if (vocabulary.Count > 0)
        {
            TrainingOptions own = options with
            {
                Vocabulary = options.Vocabulary with { MinimumCount = least },
                Network = options.Network.ForTokensOf(options.Tokenizer),
            };
            return new FreshStart(own, labels, FilterWords.Order(vocabulary, own.Tokenizer));
        }

        throw new ArgumentException(
            $"the {texts.Count} texts have no word that occurs at least {(least == 1 ? "once" : $"{least} times")}", nameof(texts));
    }

    public override Network<float> Network(CounterRandom random, CounterRandom shared, FilterShare share, bool isRounded) =>
        NetworkInitializer.Create<float>(
            FilterWords, Labels.Labels.Length, Output, Options.Network, Vocabulary, random, shared, share, isRounded);

    public override Network<float> Receiver(FilterShare share) =>
        NetworkInitializer.Empty<float>(FilterWords, Labels.Labels.Length, Output, Options.Network, share);

    public override TrainedModel ToModel(Network<float> trained) =>
        new(PretrainedWords.Append(trained, _known, _vectors), new TextEncoder(Options.Tokenizer, _known), Labels);
}
