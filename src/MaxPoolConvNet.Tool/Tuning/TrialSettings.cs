using System.Collections.Immutable;
using System.Globalization;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Settings that a trial trains with: those that are searched, each under the name of train's switch for it.</summary>
internal sealed record TrialSettings
{
    /// <summary>--architecture.</summary>
    public required Architecture Architecture { get; init; }

    /// <summary>--widths: over the embedding, where there is one.</summary>
    public required ImmutableArray<int> Widths { get; init; }

    /// <summary>--filters.</summary>
    public required int FilterCount { get; init; }

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

    /// <summary>What the usual number of epochs is multiplied by, which depends on the number of texts: --epochs of that many.</summary>
    public required double EpochsFactor { get; init; }

    /// <summary>--min-count.</summary>
    public required int MinimumCount { get; init; }

    /// <summary>--tokenizer: whether it gives sub-words beside words.</summary>
    public required bool Subwords { get; init; }

    /// <summary>What tells these settings from others.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture,
        $"{Architecture} {string.Join(',', Widths)} {FilterCount} {Activation} {InitialDeviation} {LearningRate} {FinalRate} {Dropout} "
        + $"{WeightDecay} {EpochsFactor} {MinimumCount} {Subwords}");

    /// <summary>The settings of some options.</summary>
    public static TrialSettings Of(TrainingOptions options) => new()
    {
        Architecture = Architecture.Of(options.Network),
        Widths = [.. Filters(options).Select(group => group.Width)],
        FilterCount = Filters(options)[0].Count,
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

    /// <summary>The options to train with on so many texts.</summary>
    /// <param name="start">What the options are beside these settings.</param>
    /// <param name="texts">The number of texts, which the usual epochs and the batch size depend on.</param>
    public TrainingOptions ToOptions(TrainingOptions start, int texts)
    {
        TrainingOptions options = start with
        {
            Network = Architecture.Apply(start.Network, Widths, FilterCount) with
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

    /// <summary>The filters over the embedding, where there is one.</summary>
    private static IReadOnlyList<FilterGroup> Filters(TrainingOptions options)
    {
        ConvNetOptions network = options.Network.Resolve();
        return (network.Embedding?.Filters ?? network.Filters)!;
    }
}
