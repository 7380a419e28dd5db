using System.Globalization;
using System.Text;

namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>What a command reads from and writes to: the process's own streams, or a test's.</summary>
internal sealed class ToolConsole
{
    /// <param name="input">Standard input; null where it is closed.</param>
    /// <param name="output">Standard output: results, and nothing else.</param>
    /// <param name="error">Standard error: progress and errors.</param>
    public ToolConsole(Stream? input, Stream output, TextWriter error)
    {
        Input = input;
        Output = output;
        Error = error;
        Out = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Standard input; null where it is closed.</summary>
    public Stream? Input { get; }

    public Stream Output { get; }

    /// <summary>Standard output as text, in UTF-8; each write goes out at once.</summary>
    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>Whether somebody looks at standard output in a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether somebody looks at standard error in a terminal that can move its cursor.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether terminals may be written to in colours: not where NO_COLOR is set.</summary>
    public bool Colors { get; init; }

    /// <summary>Ctrl+C.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>The clock that a budget of time is measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static ToolConsole OfProcess(CancellationToken interrupted)
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        bool canMove = Environment.GetEnvironmentVariable("TERM") != "dumb";
        Stream? input = StandardFile.IsOpen(StandardFile.Input) ? Console.OpenStandardInput() : null;
        TextWriter error = StandardFile.IsOpen(StandardFile.Error) ? Console.Error : TextWriter.Null;
        return new ToolConsole(input, StandardOutput.Open(), error)
        {
            OutputIsTerminal = canMove && !Console.IsOutputRedirected,
            ErrorIsTerminal = canMove && !Console.IsErrorRedirected,
            Colors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Interrupted = interrupted,
        };
    }

    /// <summary>
    /// Does work that knows nothing of Ctrl+C, on a thread that isn't waited for after it: only where nothing has to be brought to an end.
    /// </summary>
    /// <exception cref="OperationCanceledException">Ctrl+C.</exception>
    public T UntilInterrupted<T>(Func<T> work)
    {
        Interrupted.ThrowIfCancellationRequested();
        return Task.Run(work).WaitAsync(Interrupted).GetAwaiter().GetResult();
    }

    /// <summary>A line of the result.</summary>
    public void Print(FormattableString line) => Out.WriteLine(CleanText.ForTerminal(line.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A line for who looks on, on standard error.</summary>
    public void Note(FormattableString line) => Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
