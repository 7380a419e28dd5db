namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Handles the progress of a trial on the thread that reports it.</summary>
internal sealed class ProgressHandler(Action<TrialProgress> handle) : IProgress<TrialProgress>
{
    public void Report(TrialProgress value) => handle(value);
}
