namespace MaxPoolConvNet.Native;

/// <summary>An error with the status that the exported function returns.</summary>
/// <param name="status">The kind of the error.</param>
/// <param name="message">The text of <c>maxpool_last_error</c>.</param>
internal sealed class StatusException(Status status, string message) : Exception(message)
{
    /// <summary>The kind of the error.</summary>
    public Status Status { get; } = status;
}
