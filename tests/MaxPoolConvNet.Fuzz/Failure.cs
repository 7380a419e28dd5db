namespace MaxPoolConvNet.Fuzz;

/// <summary>An input that wasn't read as documented.</summary>
/// <param name="Number">The number of the input, from 0.</param>
/// <param name="What">What happened.</param>
/// <param name="Path">The file with the input.</param>
internal sealed record Failure(long Number, string What, string Path);
