namespace MaxPoolConvNet.Fuzz;

/// <summary>A result isn't as documented.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
