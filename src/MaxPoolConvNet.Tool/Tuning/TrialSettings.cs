using System.Collections.Immutable;
using System.Globalization;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The searched settings of a trial, each documented by its switch of train.</summary>
internal sealed record TrialSettings
{
    /// <summary>--architecture.</summary>
    public required Architecture Architecture { get; init; }

    /// <summary>--widths, over the embedding if there is one.</summary>
    public required ImmutableArray<int> Widths { get; init; }

    /// <summary>--filters; null for the default numbers, which depend on the architecture.</summary>
    public required int? FilterCount { get; init; }

    /// <summary>The filters per width; by default, the mean of their numbers.</summary>
    public int FiltersPerWidth => FilterCount ?? Architecture.UsualFilters;

    /// <summary>--activation.</summary>
    public required Activation Activation { get; init; }

    /// <summary>--initial-deviation.</summary>
    public required double InitialDeviation { get; init; }

    /// <summary>--learning-rate.</summary>
    public required double LearningRate { get; init; }

    /// <summary>--final-rate.</summary>
    public required double FinalRate { get; init; }

    /// <summary>--dropout.</summary>
    public required double Dropout { get; init; }

    /// <summary>--weight-decay.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>The factor for --epochs; it multiplies the default number of epochs, which depends on the number of texts.</summary>
    public required double EpochsFactor { get; init; }

    /// <summary>--min-count.</summary>
    public required int? MinimumCount { get; init; }

    /// <summary>--tokenizer: whether it is subwords.</summary>
    public required bool Subwords { get; init; }

    /// <summary>A key that identifies the settings.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture,
        $"{Architecture} {string.Join(',', Widths)} {FiltersPerWidth} {Activation} {InitialDeviation} {LearningRate} {FinalRate} {Dropout} "
        + $"{WeightDecay} {EpochsFactor} {MinimumCount} {Subwords}");

    /// <summary>The settings in training options.</summary>
    public static TrialSettings Of(TrainingOptions options) => new()
    {
        Architecture = Architecture.Of(options.Network),
        Widths = [.. Filters(options.Network).Select(group => group.Width)],
        FilterCount = HasUsualCounts(options.Network) ? null : Filters(options.Network)[0].Count,
        Activation = options.Network.Activation,
        InitialDeviation = options.Network.InitialDeviation,
        LearningRate = options.Optimizer.LearningRate,
        FinalRate = options.FinalLearningRateFactor,
        Dropout = options.Dropout,
        WeightDecay = options.WeightDecay,
        EpochsFactor = 1,
        MinimumCount = options.Vocabulary.MinimumCount,
        Subwords = options.Tokenizer is SubwordTokenizer,
    };

    /// <summary>The training options for a number of texts.</summary>
    /// <param name="start">The options for all that isn't searched.</param>
    /// <param name="texts">The number of texts, on which the default epochs and batch size depend.</param>
    public TrainingOptions ToOptions(TrainingOptions start, int texts)
    {
        TrainingOptions options = start with
        {
            Network = Architecture.Apply(WithUsualFilters(start.Network), Widths, FilterCount) with
            {
                Activation = Activation,
                InitialDeviation = InitialDeviation,
            },
            Optimizer = start.Optimizer with { LearningRate = LearningRate },
            FinalLearningRateFactor = FinalRate,
            Dropout = Dropout,
            WeightDecay = WeightDecay,
            Vocabulary = start.Vocabulary with { MinimumCount = MinimumCount },
            Tokenizer = Subwords ? new SubwordTokenizer() : start.Tokenizer,
        };
        TrainingOptions usual = options.Resolve(texts);
        int epochs = (int)Math.Round(EpochsFactor * usual.Epochs!.Value);
        var range = SwitchRange<int>.Of<TrainingOptions>(nameof(TrainingOptions.Epochs));
        return usual with { Epochs = Math.Clamp(epochs, range.Least, range.Most) };
    }

    /// <summary>The filters over the embedding if there is one, else over one-hot words.</summary>
    private static IReadOnlyList<FilterGroup> Filters(ConvNetOptions network)
    {
        network = network.Resolve();
        return (network.Embedding?.Filters ?? network.Filters)!;
    }

    private static bool HasUsualCounts(ConvNetOptions network)
    {
        network = network.Resolve();
        IReadOnlyList<FilterGroup> filters = Filters(network);
        ConvNetOptions usual = Architecture.Of(network)
            .Apply(WithUsualFilters(network), [.. filters.Select(group => group.Width)], filters: null)
            .Resolve();
        return filters.SequenceEqual(Filters(usual)) && network.Filters!.SequenceEqual(usual.Filters!);
    }

    private static ConvNetOptions WithUsualFilters(ConvNetOptions network) =>
        network with { Filters = null, Embedding = network.Embedding is { } embedding ? embedding with { Filters = null } : null };
}
