namespace MaxPoolConvNet.Browser.Tests;

/// <summary>A request and its answer.</summary>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Path">The path with the query.</param>
/// <param name="ReceivedBytes">The bytes of the request's body.</param>
/// <param name="IsKnown">Whether there is such a file.</param>
/// <param name="SentBytes">The bytes of the answer's body, as sent.</param>
internal sealed record SentFile(string Method, string Path, long ReceivedBytes, bool IsKnown, int SentBytes);
