namespace MaxPoolConvNet.Training;

/// <summary>Why a training came to its end.</summary>
public enum StopReason
{
    /// <summary>All epochs were made.</summary>
    Completed,

    /// <summary>The held-out part was no longer recognized better.</summary>
    NoImprovement,

    /// <summary>The cancellation token asked for it; the result is the best so far.</summary>
    Cancelled,
}
