namespace MaxPoolConvNet.Samples.Sentiment;

internal static class OneLine
{
    /// <summary>What went wrong, without the parameter's name and value that argument exceptions put behind it.</summary>
    public static string Of(Exception problem)
    {
        string line = problem.Message.Split('\n')[0].TrimEnd();
        int parameter = problem is ArgumentException ? line.LastIndexOf(" (Parameter '", StringComparison.Ordinal) : -1;
        return parameter < 0 ? line : line[..parameter];
    }
}
