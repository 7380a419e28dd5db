namespace MaxPoolConvNet.Samples.Sentiment;

internal static class ExitCode
{
    public const int Success = 0;
    public const int BadInput = 2;
    public const int Cancelled = 130;
}
