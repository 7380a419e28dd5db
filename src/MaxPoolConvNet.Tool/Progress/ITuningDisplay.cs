using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>Shows how far a search of settings is. Thread-safe.</summary>
internal interface ITuningDisplay : IProgress<TuningProgress>
{
    /// <summary>Does the work while the display is up.</summary>
    T Show<T>(Func<T> work);
}
