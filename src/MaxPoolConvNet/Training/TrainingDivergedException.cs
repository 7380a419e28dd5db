namespace MaxPoolConvNet.Training;

/// <summary>Training diverged: the loss or a weight became infinite or NaN. A smaller learning rate helps.</summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    /// <summary>An exception with a message of the system's.</summary>
    public TrainingDivergedException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What diverged, and where.</param>
    public TrainingDivergedException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What diverged, and where.</param>
    /// <param name="innerException">The cause.</param>
    public TrainingDivergedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
