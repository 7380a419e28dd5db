using System.Globalization;
using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>Formats the stages and figures of a search.</summary>
internal static class TuningText
{
    public static string Stage(TuningStage stage) => stage switch
    {
        TuningStage.Search => "search",
        TuningStage.Finalists => "finalists, with several networks",
        TuningStage.StartTest => "final training and test of the defaults",
        _ => "final training and test of the best settings found",
    };

    /// <summary>Why a trial ended.</summary>
    public static string End(TrialEnd end) => end switch
    {
        TrialEnd.Diverged => "diverged",
        TrialEnd.Hopeless => "unpromising",
        TrialEnd.OutOfTime => "too slow for the time left",
        _ => "done",
    };

    /// <summary>The accuracy; empty without a score.</summary>
    public static string Accuracy(TrialScore? score) => score?.Accuracy.ToString("P2", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The loss; empty without a score.</summary>
    public static string Loss(TrialScore? score) => score?.Loss.ToString("F4", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The time left of the budget, or the number of trials of those asked for.</summary>
    public static string Left(TuningProgress progress) => progress.Left is { } left
        ? FormattableString.Invariant($"{Math.Max(0, left.TotalSeconds):F0} s left")
        : FormattableString.Invariant($"{progress.Trials} of {progress.Asked} trials");
}
