using System.Text;
using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>
/// A run of the tool within the test's process: what it has given back. Where the environment variable MAXPOOL_PROGRAM names a program, such as
/// the tool compiled ahead of time, runs without options are that program's.
/// </summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    private static readonly string? _program = Environment.GetEnvironmentVariable("MAXPOOL_PROGRAM");

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Standard output, which has to be one JSON value and nothing else.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static ToolRun Of(params string[] arguments) => OfInput("", arguments);

    public static ToolRun OfInput(string input, params string[] arguments) => OfInput(Encoding.UTF8.GetBytes(input), arguments);

    public static ToolRun OfInput(byte[] input, params string[] arguments)
    {
        if (_program is not null) return ToolProcess.Run(_program, input, arguments);
        using var error = new StringWriter();
        return Of(new MemoryStream(input), error, arguments, new ToolConsoleOptions());
    }

    public static ToolRun Of(Stream input, TextWriter error, string[] arguments, ToolConsoleOptions options)
    {
        using var output = new MemoryStream();
        var console = new ToolConsole(input, output, error)
        {
            OutputIsTerminal = options.IsTerminal,
            ErrorIsTerminal = options.IsTerminal,
            Colors = options.Colors,
            Interrupted = options.Interrupted,
            Time = options.Time,
        };
        int code = MaxPoolTool.Run(arguments, console);
        return new ToolRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString()!);
    }

    /// <summary>It has failed for bad input, with one line on standard error, and nothing on standard output.</summary>
    public void AssertError(string message)
    {
        Assert.Equal((Tool.Terminal.ExitCode.BadInput, ""), (ExitCode, Output));
        string line = Assert.Single(Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", line, StringComparison.Ordinal);
    }
}
