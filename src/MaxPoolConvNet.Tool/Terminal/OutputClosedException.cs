namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>Who read standard output has closed it: there is nobody left to write for.</summary>
internal sealed class OutputClosedException : Exception
{
    public OutputClosedException(Exception cause)
        : base("standard output is closed", cause)
    {
    }
}
