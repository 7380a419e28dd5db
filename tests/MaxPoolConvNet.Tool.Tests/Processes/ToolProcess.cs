using System.Diagnostics;
using System.Text;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>The tool as a process of its own, as its users run it.</summary>
internal static class ToolProcess
{
    public static Process Start(params string[] arguments) => StartCommand(Command(arguments));

    public static Task<ToolRun> RunAsync(params string[] arguments) => RunCommandAsync(Command(arguments));

    /// <param name="redirections">Of standard input, output and error, as a shell has them: "&lt;&amp;-" closes standard input.</param>
    /// <param name="arguments">The tool's arguments.</param>
    public static Task<ToolRun> RunInShellAsync(string redirections, params string[] arguments) =>
        RunCommandAsync(["sh", "-c", $"exec \"$@\" {redirections}", "sh", .. Command(arguments)]);

    /// <summary>Runs a program, which is the tool compiled in another way, to its end.</summary>
    public static ToolRun Run(string program, byte[] input, string[] arguments)
    {
        using Process process = StartCommand([program, .. arguments]);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // a program that doesn't need its input ends without reading it
        }

        process.WaitForExit();
        return new ToolRun(process.ExitCode, output.Result, error.Result);
    }

    public static string[] Command(string[] arguments) =>
        [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "maxpool.dll"), .. arguments];

    private static Process StartCommand(string[] command) => Process.Start(new ProcessStartInfo(command[0], command[1..])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
    })!;

    private static async Task<ToolRun> RunCommandAsync(string[] command)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using Process process = StartCommand(command);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        string output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new ToolRun(process.ExitCode, output, await error);
    }
}
