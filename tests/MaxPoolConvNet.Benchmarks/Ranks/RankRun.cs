using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>The fastest epoch of a run of <see cref="RankEpochsCommand"/>, and what a rank exchanged in it.</summary>
internal sealed record RankRun(long Words, double Seconds, long Operations, long ReceivedBytes)
{
    /// <summary>Runs this program at some ranks.</summary>
    public static RankRun Of(int ranks, params string[] switches)
    {
        string[] mpirun = ["-n", $"{ranks}", "--oversubscribe", "--bind-to", "none", "--mca", "mpi_yield_when_idle", "1", "-x", "TERM=dumb"];
        string program = Path.Combine(AppContext.BaseDirectory, "MaxPoolConvNet.Benchmarks.dll");
        string output = ExternalProgram.Run("mpirun", [.. mpirun, "dotnet", program, "rank-epochs", .. switches]).Output;
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        double[][] epochs = [.. lines.Skip(1).Select(line => line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())];
        double[] fastest = epochs.MinBy(epoch => epoch[0])!;
        return new RankRun(long.Parse(lines[0], CultureInfo.InvariantCulture), fastest[0], (long)fastest[1], (long)fastest[2]);
    }
}
