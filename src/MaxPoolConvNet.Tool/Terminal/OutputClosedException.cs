namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>Thrown when the reader of standard output has closed it.</summary>
internal sealed class OutputClosedException : Exception
{
    public OutputClosedException(Exception cause)
        : base("standard output is closed", cause)
    {
    }
}
