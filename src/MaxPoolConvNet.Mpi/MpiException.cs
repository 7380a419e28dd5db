namespace MaxPoolConvNet.Mpi;

/// <summary>Open MPI is missing, or one of its functions failed.</summary>
public sealed class MpiException : IOException
{
    /// <summary>Creates an exception without a message of its own.</summary>
    public MpiException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What failed.</param>
    public MpiException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public MpiException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
