namespace MaxPoolConvNet.Training;

/// <summary>The exception for training that diverged: the loss or a weight became infinite or NaN. A smaller learning rate helps.</summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    /// <summary>Creates an exception with a default message.</summary>
    public TrainingDivergedException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">What diverged, and where.</param>
    public TrainingDivergedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">What diverged, and where.</param>
    /// <param name="innerException">The cause.</param>
    public TrainingDivergedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
