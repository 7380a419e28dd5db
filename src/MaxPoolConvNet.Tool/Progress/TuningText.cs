using System.Globalization;
using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>Stages and figures of a search, as people read them.</summary>
internal static class TuningText
{
    public static string Stage(TuningStage stage) => stage switch
    {
        TuningStage.Search => "search",
        TuningStage.Finalists => "the best again, with several networks",
        _ => "last trainings, and the test",
    };

    /// <summary>Empty without a score.</summary>
    public static string Accuracy(TrialScore? score) => score?.Accuracy.ToString("P2", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Empty without a score.</summary>
    public static string Loss(TrialScore? score) => score?.Loss.ToString("F4", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The time left of the budget.</summary>
    public static string Left(TuningProgress progress) =>
        FormattableString.Invariant($"{Math.Max(0, progress.Left.TotalSeconds):F0} s left");
}
