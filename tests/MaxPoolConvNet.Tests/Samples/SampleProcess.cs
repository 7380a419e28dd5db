using System.Diagnostics;

namespace MaxPoolConvNet.Tests;

/// <summary>Runs a sample as its users do, as a program of its own, in the configuration that the tests are built in.</summary>
internal static class SampleProcess
{
    public static async Task<SampleOutput> RunAsync(string sample, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.ArgumentList.Add(PathOf(sample));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

        using Process process = Process.Start(start)!;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        string output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new SampleOutput(process.ExitCode, output, await error);
    }

    /// <summary>tests/MaxPoolConvNet.Tests/bin/(configuration)/(framework) → samples/(sample)/bin/(configuration)/(framework).</summary>
    private static string PathOf(string sample)
    {
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        DirectoryInfo configuration = framework.Parent!;
        string root = configuration.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, "samples", sample, "bin", configuration.Name, framework.Name, sample + ".dll");
    }
}
