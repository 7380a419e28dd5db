namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>A setting that is searched.</summary>
/// <param name="Switch">train's switch for it.</param>
/// <param name="Draw">Gives it a value of all that make sense.</param>
/// <param name="Vary">Gives it a value near its own.</param>
internal sealed record Setting(
    string Switch,
    Func<TrialSettings, RandomDraws, TrialSettings> Draw,
    Func<TrialSettings, RandomDraws, TrialSettings> Vary)
{
    /// <summary>One of a few values that have no order.</summary>
    public static Setting OfChoice(string name, Func<TrialSettings, RandomDraws, TrialSettings> draw) => new(name, draw, draw);

    /// <summary>A number that is drawn on a logarithmic scale, and varied by up to half of itself.</summary>
    public static Setting OfScale(
        string name, double low, double high, Func<TrialSettings, double> get, Func<TrialSettings, double, TrialSettings> set) => new(
        name,
        (settings, random) => set(settings, random.LogBetween(low, high)),
        (settings, random) => set(settings, Math.Clamp(get(settings) * random.LogBetween(1 / 1.6, 1.6), low, high)));
}
