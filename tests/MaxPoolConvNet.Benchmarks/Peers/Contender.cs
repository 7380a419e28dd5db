namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>One side of a comparison.</summary>
/// <param name="Title">What the table calls it.</param>
/// <param name="Work">What is timed.</param>
internal sealed record Contender(string Title, Action Work);
