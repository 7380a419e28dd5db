using System.Collections.Immutable;
using System.Globalization;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tool.Switches;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The settings to try. Values are rounded, so that the command line states them exactly.</summary>
internal sealed class SearchSpace
{
    /// <summary>The probability that a setting is drawn; otherwise it keeps its start value, which suits most texts.</summary>
    private const double DrawProbability = 0.4;

    private const string Tokenizer = "--tokenizer";

    /// <summary>The most draws in search of settings that are new.</summary>
    private const int Attempts = 100;

    private static readonly ImmutableArray<int>[] _oneHotWidths =
        [[1], [1, 2], [1, 2, 3], [2], [2, 3], [1, 3], [1, 2, 3, 4], [1, 2, 3, 4, 5]];

    private static readonly ImmutableArray<int>[] _embeddingWidths = [[1, 2, 3], [2, 3, 4], [3, 4, 5], [2], [3], [1, 2, 3, 4, 5]];
    private static readonly Architecture[] _architectures = [.. Architecture.All.Where(architecture => !architecture.IsRandom)];
    private static readonly Activation[] _activations = [Activation.Tanh, Activation.Relu];
    private static readonly double[] _deviations = [0.01, 0.03, 0.1];
    private static readonly double[] _weightDecays = [0, 0, 3e-5, 1e-4, 3e-4, 1e-3];
    private static readonly double[] _finalRates = [1, 1, 0.5, 0.2, 0.05];

    private readonly TrialSettings _start;
    private readonly Setting[] _settings;
    private readonly HashSet<string> _givenKeys = [];

    /// <param name="start">The settings to start from.</param>
    /// <param name="scope">The limits of the search.</param>
    public SearchSpace(TrialSettings start, SearchScope scope)
    {
        _start = start;
        _givenKeys.Add(start.Key);
        _settings = [.. AllSettings(start, scope).Where(setting => !scope.FixedSwitches.Contains(setting.Switch))];
    }

    /// <summary>The switches of the searched settings.</summary>
    public IEnumerable<string> SearchedSwitches => _settings.Select(setting => setting.Switch);

    /// <summary>
    /// The start settings with subwords, which may matter more than any number; null if the tokenizer isn't searched, or if they don't fit
    /// into the time.
    /// </summary>
    public TrialSettings? WithSubwords(Func<TrialSettings, bool> fits)
    {
        TrialSettings subwords = _start with { Subwords = true };
        return SearchedSwitches.Contains(Tokenizer) && fits(subwords) && _givenKeys.Add(subwords.Key) ? subwords : null;
    }

    /// <summary>New settings that fit, some of them drawn from their whole range; null if none are found.</summary>
    public TrialSettings? Draw(RandomDraws random, Func<TrialSettings, bool> fits)
    {
        TrialSettings DrawOrKeep(TrialSettings settings, Setting setting) =>
            random.Between(0, 1) < DrawProbability ? setting.Draw(settings, random) : settings;

        return FindNew(() => _settings.Aggregate(_start, DrawOrKeep), fits);
    }

    /// <summary>
    /// New settings that fit and differ slightly from given ones in one or two settings; null if none are found.
    /// </summary>
    public TrialSettings? Vary(TrialSettings settings, RandomDraws random, Func<TrialSettings, bool> fits) => FindNew(
        () => Enumerable.Range(0, 1 + random.Below(2)).Aggregate(settings, (varied, _) => random.OneOf(_settings).Vary(varied, random)),
        fits);

    private TrialSettings? FindNew(Func<TrialSettings> draw, Func<TrialSettings, bool> fits)
    {
        if (_settings.Length == 0) return null;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            TrialSettings settings = draw();
            if (fits(settings) && _givenKeys.Add(settings.Key)) return settings;
        }

        return null;
    }

    private static IEnumerable<Setting> AllSettings(TrialSettings start, SearchScope scope)
    {
        if (scope.HasVectors)
        {
            yield return Setting.OfChoice("--architecture", (settings, random) =>
            {
                Architecture architecture = random.OneOf(_architectures);
                bool sameWidths = scope.FixedSwitches.Contains("--widths") || WidthsOf(architecture) == WidthsOf(settings.Architecture);
                ImmutableArray<int> widths = sameWidths ? settings.Widths : random.OneOf(WidthsOf(architecture));
                return settings with { Architecture = architecture, Widths = widths };
            });
        }

        yield return Setting.OfChoice(
            "--widths", (settings, random) => settings with { Widths = random.OneOf(WidthsOf(settings.Architecture)) });
        yield return Setting.OfScale(
            "--filters", 30, 400, one => one.FiltersPerWidth, (one, value) => one with { FilterCount = 10 * (int)Math.Round(value / 10) });
        yield return Setting.OfChoice("--activation", (settings, random) => settings with { Activation = random.OneOf(_activations) });
        yield return Setting.OfChoice(
            "--initial-deviation", (settings, random) => settings with { InitialDeviation = random.OneOf(_deviations) });
        yield return Setting.OfScale(
            "--learning-rate",
            start.LearningRate / 5,
            start.LearningRate * 4,
            one => one.LearningRate,
            (one, value) => one with { LearningRate = Round(value) });
        yield return Setting.OfChoice("--final-rate", (settings, random) => settings with { FinalRate = random.OneOf(_finalRates) });
        yield return new Setting(
            "--dropout",
            (settings, random) => settings with { Dropout = RoundDropout(random.Between(0, 0.7)) },
            (settings, random) => settings with
            {
                Dropout = RoundDropout(Math.Clamp(settings.Dropout + random.Between(-0.2, 0.2), 0, 0.8)),
            });
        yield return Setting.OfChoice("--weight-decay", (settings, random) => settings with { WeightDecay = random.OneOf(_weightDecays) });
        yield return Setting.OfScale("--epochs", 0.5, 2, one => one.EpochsFactor, (one, value) => one with { EpochsFactor = Round(value) });
        yield return Setting.OfChoice("--min-count", (settings, random) => settings with { MinimumCount = 1 + random.Below(3) });
        yield return Setting.OfChoice(Tokenizer, (settings, random) => settings with { Subwords = random.Below(2) == 1 });
    }

    private static ImmutableArray<int>[] WidthsOf(Architecture architecture) =>
        architecture.Embedding is null ? _oneHotWidths : _embeddingWidths;

    private static double RoundDropout(double value) => Math.Round(value * 20) / 20;

    /// <summary>Rounds to two significant digits.</summary>
    private static double Round(double value) =>
        double.Parse(value.ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
