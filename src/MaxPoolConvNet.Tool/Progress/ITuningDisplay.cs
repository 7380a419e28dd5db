using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>Shows the progress of a search. Thread-safe.</summary>
internal interface ITuningDisplay : IProgress<TuningProgress>
{
    /// <summary>Runs the work while the display is shown.</summary>
    T Show<T>(Func<T> work);
}
