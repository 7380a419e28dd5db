namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>What the tool tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>What was to be checked isn't so: a gradient is wrong.</summary>
    public const int CheckFailed = 1;

    /// <summary>Arguments, a file or its content are wrong: one line on standard error says what, and where.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl+C: as shells have it, 128 and the signal's number.</summary>
    public const int Cancelled = 130;

    /// <summary>Standard output was closed by its reader, such as head: 128 and the number of SIGPIPE.</summary>
    public const int OutputClosed = 141;

    /// <summary>All of them, for --help.</summary>
    public const string Description =
        """
        Exit codes:
          0    success
          1    a check failed: a gradient is wrong
          2    wrong arguments or bad input; standard error says what and where
          130  stopped by Ctrl+C; train has saved the best model so far, tune has reported what it has found
          141  the reader closed standard output
        """;
}
