namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>A request to the server.</summary>
internal sealed record Question(string Text);
