namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>All that a figure depends on: only where all of it is the same, a figure kept stands for one measured again.</summary>
/// <param name="Row">The system's name.</param>
/// <param name="Configuration">Its versions and settings.</param>
/// <param name="Set">The set's name.</param>
/// <param name="Texts">The fingerprint of the texts learned from and tested on.</param>
/// <param name="Measure">What the figure is.</param>
/// <param name="Trial">Which fold or seed.</param>
/// <param name="Seed">The seed.</param>
internal sealed record FigureKey(string Row, string Configuration, string Set, string Texts, string Measure, string Trial, int Seed)
{
    public static FigureKey Of(IAccuracyRow row, AccuracySet set, Trial trial) =>
        new(row.Name, row.Configuration, set.Name, trial.Fingerprint, set.Measure.Name, trial.Name, trial.Seed);

    /// <summary>Whether the other is the same cell's and trial's, be it of another configuration or of other texts.</summary>
    public bool HasPlaceOf(FigureKey other) => Row == other.Row && Set == other.Set && Trial == other.Trial;
}
