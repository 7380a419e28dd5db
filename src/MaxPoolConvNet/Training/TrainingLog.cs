using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Training;

/// <summary>The log messages of training.</summary>
internal static partial class TrainingLog
{
    private static readonly Func<ILogger, int, int, IDisposable?> _part = LoggerMessage.DefineScope<int, int>("{Part} of {Parts}");

    [LoggerMessage(1, LogLevel.Information, "Training on {Texts} texts with {Words} known words, "
        + "a vocabulary of {Vocabulary} and {Features} features; {HeldOut} texts held out")]
    public static partial void Begin(ILogger logger, int texts, long words, int vocabulary, int features, int heldOut);

    public static void Epoch(ILogger logger, EpochReport epoch)
    {
        if (epoch.HeldOutAccuracy is { } heldOut) Epoch(logger, epoch.Epoch, epoch.Loss, epoch.Accuracy, heldOut);
        else Epoch(logger, epoch.Epoch, epoch.Loss, epoch.Accuracy);
    }

    [LoggerMessage(2, LogLevel.Information, "Epoch {Epoch}: loss {Loss:F4}, accuracy {Accuracy:P1}")]
    private static partial void Epoch(ILogger logger, int epoch, double loss, double accuracy);

    [LoggerMessage(8, LogLevel.Information, "Epoch {Epoch}: loss {Loss:F4}, accuracy {Accuracy:P1}, "
        + "held-out accuracy {HeldOutAccuracy:P1}")]
    private static partial void Epoch(ILogger logger, int epoch, double loss, double accuracy, double heldOutAccuracy);

    [LoggerMessage(3, LogLevel.Information, "Training ended after {Epochs} epochs and {Seconds:F2} s ({Reason}); "
        + "the classifier is from epoch {BestEpoch}")]
    public static partial void End(ILogger logger, int epochs, double seconds, StopReason reason, int bestEpoch);

    /// <summary>Logs what making the network compact changed.</summary>
    /// <param name="logger">The log.</param>
    /// <param name="report">What changed; null if the network has full weights.</param>
    /// <param name="wasTried">Whether it was to be made compact.</param>
    public static void Compacted(ILogger logger, CompactionReport? report, bool wasTried)
    {
        if (report is not null)
            Compacted(logger, report.KeptFraction, report.Levels, report.LargestLogitChange ?? 0, report.LossChange ?? 0);
        else if (wasTried)
            NotCompacted(logger);
    }

    [LoggerMessage(11, LogLevel.Information, "Compact: {Kept:P1} of the filters' weights aren't 0, in {Levels} levels; on the training "
        + "texts, a logit changed by at most {LogitChange:F3} and the log-loss by {LossChange:F4}")]
    private static partial void Compacted(ILogger logger, double kept, int levels, double logitChange, double lossChange);

    [LoggerMessage(12, LogLevel.Information, "The classifier keeps full weights: rounding them would raise the log-loss on the training "
        + "texts too much")]
    private static partial void NotCompacted(ILogger logger);

    /// <summary>Logs what calibration changed.</summary>
    /// <param name="logger">The log.</param>
    /// <param name="report">What changed.</param>
    public static void Calibrated(ILogger logger, CalibrationReport report)
    {
        string how = report.Temperature is { } temperature
            ? FormattableString.Invariant($"with a temperature of {temperature:F2}")
            : "label by label";
        Calibrated(
            logger,
            how,
            report.TextCount,
            report.LossBefore,
            report.LossAfter,
            report.CalibrationErrorBefore,
            report.CalibrationErrorAfter);
    }

    [LoggerMessage(14, LogLevel.Information, "Calibrated {How} on out-of-fold predictions for {Texts} texts: log-loss {LossBefore:F4} "
        + "before, {LossAfter:F4} after; calibration error {ErrorBefore:F3} before, {ErrorAfter:F3} after")]
    private static partial void Calibrated(
        ILogger logger, string how, int texts, double lossBefore, double lossAfter, double errorBefore, double errorAfter);

    [LoggerMessage(15, LogLevel.Information, "The probabilities aren't calibrated: {Reason}")]
    public static partial void NotCalibrated(ILogger logger, string reason);

    [LoggerMessage(13, LogLevel.Information, "Training continues from the rounded weights of a compact classifier")]
    public static partial void FromCompact(ILogger logger);

    [LoggerMessage(5, LogLevel.Warning, "The loss of {Loss:F3} in the last epoch is no better than guessing ({Chance:F3}); "
        + "try a smaller learning rate")]
    public static partial void NoBetterThanGuessing(ILogger logger, double loss, double chance);

    [LoggerMessage(7, LogLevel.Information, "{Covered} of {Words} words have a vector")]
    public static partial void Coverage(ILogger logger, int covered, int words);

    [LoggerMessage(6, LogLevel.Information, "Training resumes from a checkpoint after {Epochs} epochs")]
    public static partial void Resumed(ILogger logger, int epochs);

    [LoggerMessage(10, LogLevel.Warning, "{Doubt}")]
    public static partial void LabelsInDoubt(ILogger logger, string doubt);

    [LoggerMessage(9, LogLevel.Warning, "Labels with fewer texts than the {Folds} folds: {Labels}")]
    public static partial void RareLabels(ILogger logger, int folds, string labels);

    /// <summary>Begins the log scope of one of several trainings, such as a fold, numbered from 1.</summary>
    public static IDisposable? Part(ILogger logger, int part, int parts) => _part(logger, part, parts);

    [LoggerMessage(16, LogLevel.Information, "Of very many words, those that occur fewer than {MinimumCount} times were left out")]
    public static partial void RareWords(ILogger logger, int minimumCount);

    [LoggerMessage(17, LogLevel.Information, "Training takes about {Megabytes:N0} MB of memory")]
    public static partial void Memory(ILogger logger, double megabytes);

    [LoggerMessage(4, LogLevel.Warning, "{Count} texts have no known word")]
    public static partial void TextsWithoutWords(ILogger logger, int count);
}
