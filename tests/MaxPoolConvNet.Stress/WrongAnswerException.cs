namespace MaxPoolConvNet.Stress;

/// <summary>An answer differs from that of one thread.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);
