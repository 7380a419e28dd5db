namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>The exit codes of the tool.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>A check failed: a gradient is wrong, or the second of two classifiers is significantly worse.</summary>
    public const int CheckFailed = 1;

    /// <summary>Wrong arguments or bad input: one line on standard error says what and where.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl+C: 128 plus the signal's number, as in shells.</summary>
    public const int Cancelled = 130;

    /// <summary>SIGHUP, which a closed terminal sends: 128 plus the signal's number.</summary>
    public const int HungUp = 129;

    /// <summary>SIGTERM, which containers and services send: 128 plus the signal's number.</summary>
    public const int Terminated = 143;

    /// <summary>The reader of standard output, such as head, closed it: 128 plus the number of SIGPIPE.</summary>
    public const int OutputClosed = 141;

    /// <summary>The exit codes, as --help shows them.</summary>
    public const string Description =
        """
        Exit codes:
          0    success
          1    a check failed: a gradient is wrong, or compare's second classifier is significantly worse
          2    wrong arguments or bad input; standard error says what and where
          130  stopped by Ctrl+C; train saved the best model so far, tune printed its results so far
          129  the same by SIGHUP, 143 by SIGTERM
          141  the reader of standard output closed it
        """;
}
