using System.CommandLine;
using System.CommandLine.Invocation;
using MaxPoolConvNet.Tool.Commands;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool;

/// <summary>The tool as a function of its arguments and a <see cref="ToolConsole"/>.</summary>
internal static class MaxPoolTool
{
    /// <returns>One of the <see cref="ExitCode"/>s.</returns>
    public static int Run(string[] arguments, ToolConsole console)
    {
        try
        {
            return Invoke(Parse(arguments, console), console);
        }
        catch (OutputClosedException)
        {
            return ExitCode.OutputClosed;
        }
        catch (OperationCanceledException) when (console.Interrupted.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception problem) when (IsBadInput(problem))
        {
            return Fail(console, console.Ranks.Place + ErrorLine.Of(problem));
        }
    }

    private static int Invoke(ParseResult parsed, ToolConsole console)
    {
        // help, version and completions are printed whatever else is on the command line
        bool isWork = parsed.Action is null or ParseErrorAction || parsed.Action == parsed.CommandResult.Command.Action;
        if (isWork && parsed.UnmatchedTokens.Count > 0) return Fail(console, Unmatched(parsed));
        if (isWork && parsed.Errors.Count > 0) return Fail(console, parsed.Errors[0].Message.TrimEnd());
        var configuration = new InvocationConfiguration
        {
            Output = console.Out,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return parsed.Invoke(configuration);
    }

    private static ParseResult Parse(string[] arguments, ToolConsole console)
    {
        // "maxpool" alone shows the commands
        return new MaxPoolCommand(console).Parse(arguments.Length == 0 ? ["--help"] : arguments);
    }

    private static string Unmatched(ParseResult parsed)
    {
        string token = parsed.UnmatchedTokens[0];
        Command command = parsed.CommandResult.Command;
        if (command is RootCommand)
            return $"'{token}' isn't a command{Meant(token, command.Subcommands) ?? "; maxpool --help lists the commands"}";
        return token.StartsWith('-')
            ? $"'{token}' isn't an option of {command.Name}"
                + (Meant(token, command.Options) ?? $"; maxpool {command.Name} --help all lists the options")
            : $"{command.Name} has one argument too many, '{token}'; put a text with spaces in quotes";
    }

    private static string? Meant(string token, IEnumerable<Symbol> symbols) =>
        Spelling.Nearest(token, symbols.Where(symbol => !symbol.Hidden).Select(symbol => symbol.Name)) is { } nearest
            ? $"; did you mean {nearest}?"
            : null;

    private static bool IsBadInput(Exception problem) => problem is IOException or InvalidDataException or UnauthorizedAccessException
        or ArgumentException or ArithmeticException or OutOfMemoryException;

    private static int Fail(ToolConsole console, string message)
    {
        if (IsEndedByMpirun(console)) return ExitCode.BadInput;
        try
        {
            // a file's name or an argument may have several lines
            console.Failure.WriteLine($"error: {CleanText.ForTerminal(message.ReplaceLineEndings(" "))}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // standard error is closed; the exit code remains
        }

        console.Ranks.Abort(ExitCode.BadInput);
        return ExitCode.BadInput;
    }

    /// <summary>Gives mpirun the time to end this rank if the first one fails too: an error of all ranks is printed once.</summary>
    private static bool IsEndedByMpirun(ToolConsole console) =>
        !console.Ranks.IsFirst && console.Interrupted.WaitHandle.WaitOne(TimeSpan.FromSeconds(5));
}
