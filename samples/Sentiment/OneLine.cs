namespace MaxPoolConvNet.Samples.Sentiment;

internal static class OneLine
{
    /// <summary>The first line of an exception's message, without the parameter's name that argument exceptions append.</summary>
    public static string Of(Exception problem)
    {
        string line = problem.Message.Split('\n')[0].TrimEnd();
        int parameter = problem is ArgumentException ? line.LastIndexOf(" (Parameter '", StringComparison.Ordinal) : -1;
        return parameter < 0 ? line : line[..parameter];
    }
}
