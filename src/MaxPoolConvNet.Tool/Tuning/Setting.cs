namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>A searched setting.</summary>
/// <param name="Switch">The switch of train for it.</param>
/// <param name="Draw">Draws a value from its whole range.</param>
/// <param name="Vary">Draws a value near the current one.</param>
internal sealed record Setting(
    string Switch,
    Func<TrialSettings, RandomDraws, TrialSettings> Draw,
    Func<TrialSettings, RandomDraws, TrialSettings> Vary)
{
    /// <summary>A setting with a few unordered values.</summary>
    public static Setting OfChoice(string name, Func<TrialSettings, RandomDraws, TrialSettings> draw) => new(name, draw, draw);

    /// <summary>A number drawn on a logarithmic scale, and varied by a factor of up to 1.6.</summary>
    public static Setting OfScale(
        string name, double low, double high, Func<TrialSettings, double> get, Func<TrialSettings, double, TrialSettings> set) => new(
        name,
        (settings, random) => set(settings, random.LogBetween(low, high)),
        (settings, random) => set(settings, Math.Clamp(get(settings) * random.LogBetween(1 / 1.6, 1.6), low, high)));
}
