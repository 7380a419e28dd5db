using System.Globalization;
using System.Text;

namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>The streams of a command: the process's, or a test's.</summary>
internal sealed class ToolConsole
{
    /// <param name="input">Standard input; null if it is closed.</param>
    /// <param name="output">Standard output, which only has results.</param>
    /// <param name="error">Standard error, for progress and errors.</param>
    public ToolConsole(Stream? input, Stream output, TextWriter error)
    {
        Input = input;
        Output = output;
        Error = Failure = error;
        Out = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Standard input; null if it is closed.</summary>
    public Stream? Input { get; }

    public Stream Output { get; }

    /// <summary>Standard output as UTF-8 text, flushed after each write.</summary>
    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>The ranks that share the work of a command.</summary>
    public ToolRanks Ranks { get; init; } = ToolRanks.Alone;

    /// <summary>Receives the message of an error, at any rank.</summary>
    public TextWriter Failure { get; private init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal that can move its cursor.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether terminals get colors; false if NO_COLOR is set.</summary>
    public bool Colors { get; init; }

    /// <summary>Is cancelled by Ctrl+C.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>The clock that measures time budgets.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static ToolConsole OfProcess(ToolRanks ranks, CancellationToken interrupted)
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        bool canMove = Environment.GetEnvironmentVariable("TERM") != "dumb";
        Stream? input = StandardFile.IsOpen(StandardFile.Input) ? Console.OpenStandardInput() : null;
        TextWriter error = StandardFile.IsOpen(StandardFile.Error) ? Console.Error : TextWriter.Null;
        return new ToolConsole(input, ranks.IsFirst ? StandardOutput.Open() : Stream.Null, ranks.IsFirst ? error : TextWriter.Null)
        {
            Ranks = ranks,
            Failure = error,
            OutputIsTerminal = canMove && !Console.IsOutputRedirected,
            ErrorIsTerminal = canMove && !Console.IsErrorRedirected && ranks.IsFirst,
            Colors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Interrupted = interrupted,
        };
    }

    /// <summary>
    /// Runs work that can't be cancelled on another thread, and abandons the thread at Ctrl+C: for work that needs no cleanup.
    /// </summary>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed.</exception>
    public T UntilInterrupted<T>(Func<T> work)
    {
        Interrupted.ThrowIfCancellationRequested();
        return Task.Run(work).WaitAsync(Interrupted).GetAwaiter().GetResult();
    }

    /// <summary>Writes a line of the result to standard output.</summary>
    public void Print(FormattableString line) => Out.WriteLine(CleanText.ForTerminal(line.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Writes a line for people to standard error.</summary>
    public void Note(FormattableString line) => Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
