using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Options of an audit. They are checked when they are used.</summary>
public sealed record LabelAuditOptions
{
    /// <summary>
    /// The number of folds. Each text is judged by a network trained on the other folds. The default is 5. From 2 to 100; with fewer texts,
    /// there are as many folds as texts.
    /// </summary>
    [Range(2, 100)]
    public int Folds { get; set; } = 5;

    /// <summary>
    /// The number of suspects. The default is <see langword="null"/>: as many as confident learning counts. From 0 to 1,000,000,000.
    /// </summary>
    [Range(0, 1_000_000_000)]
    public int? SuspectCount { get; set; }

    /// <summary>A label with fewer texts is rare. The default is 10. From 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int RareLabelTextCount { get; set; } = 10;

    /// <summary>
    /// The least similarity of near-duplicates, from 0.1 to 1. The default is 0.6. See <see cref="NearDuplicateOptions.Threshold"/>.
    /// </summary>
    [Range(0.1, 1.0)]
    public double DuplicateThreshold { get; set; } = 0.6;

    /// <summary>
    /// The number of threads. The default is <see langword="null"/>: the number of processors. From 1 to 1,024. The number never changes
    /// the result.
    /// </summary>
    [Range(1, 1_024)]
    public int? Threads { get; set; }

    /// <summary>The seed of the folds and networks. The default is 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>
    /// The processes that share the folds. The default is <see langword="null"/>: this one alone. All of them get the same report.
    /// </summary>
    [JsonIgnore]
    public IRankGroup? Ranks { get; set; }

    /// <summary>How the network of a fold is trained: a quarter of the usual epochs memorizes fewer wrong labels.</summary>
    internal TrainingOptions Training(int textCount)
    {
        var options = new TrainingOptions { Networks = 1, Calibration = Calibration.None, Compact = false, Threads = Threads, Seed = Seed };
        return options with { Epochs = Math.Max(3, options.Resolve(textCount).Epochs!.Value / 4) };
    }

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check() => OptionRange.CheckAll(this);
}
