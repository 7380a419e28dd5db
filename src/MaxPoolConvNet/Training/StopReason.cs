namespace MaxPoolConvNet.Training;

/// <summary>The reason why training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were completed.</summary>
    Completed,

    /// <summary>The results on held-out texts no longer improved.</summary>
    NoImprovement,

    /// <summary>Training was canceled through its cancellation token. The result is the best so far.</summary>
    Cancelled,
}
