using System.Diagnostics;

namespace MaxPoolConvNet.Mpi.Tests;

/// <summary>Runs of the tool, alone or by mpirun.</summary>
internal static class Ranks
{
    private static readonly string _host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    private static readonly string _tool = Path.Combine(AppContext.BaseDirectory, "maxpool.dll");

    private static bool HasMpi { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "mpirun")));

    /// <summary>Runs the tool without mpirun.</summary>
    public static RankRun Alone(params string[] arguments) => Run([_host, _tool, .. arguments]);

    /// <summary>Runs the tool at some ranks; skips the test where there is no mpirun.</summary>
    public static RankRun Of(int count, params string[] arguments)
    {
        using Process process = Start(count, arguments);
        return End(process);
    }

    /// <summary>Runs the tool with other arguments at each rank.</summary>
    public static RankRun OfEach(params string[][] arguments) => Run(
        [.. Mpirun(), .. arguments.SelectMany((own, rank) => (string[])[.. rank > 0 ? [":"] : (string[])[], "-n", "1", _host, _tool, .. own])]);

    /// <summary>Runs the tool as mpirun would start it, with the libraries of a folder.</summary>
    public static RankRun AsRank(string libraries, params string[] arguments)
    {
        using Process process = StartCommand(["env", "OMPI_COMM_WORLD_RANK=0", $"LD_LIBRARY_PATH={libraries}", _host, _tool, .. arguments]);
        return End(process);
    }

    public static Process Start(int count, params string[] arguments) =>
        StartCommand([.. Mpirun(), "-n", $"{count}", _host, _tool, .. arguments]);

    /// <summary>Starts two ranks that have ten seconds to end after SIGTERM.</summary>
    public static Process StartPatiently(params string[] arguments) =>
        StartCommand([.. Mpirun(), "--mca", "odls_base_sigkill_timeout", "10", "-n", "2", _host, _tool, .. arguments]);

    public static RankRun End(Process process)
    {
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new RankRun(process.ExitCode, output, error.Result);
    }

    private static string[] Mpirun()
    {
        Assert.SkipUnless(HasMpi, "there is no mpirun; on Debian: apt install openmpi-bin");
        return ["mpirun", "--oversubscribe", "--bind-to", "none", "--mca", "mpi_yield_when_idle", "1"];
    }

    private static RankRun Run(string[] command)
    {
        using Process process = StartCommand(command);
        return End(process);
    }

    private static Process StartCommand(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        (start.Environment["OMPI_ALLOW_RUN_AS_ROOT"], start.Environment["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"]) = ("1", "1");
        return Process.Start(start)!;
    }
}
