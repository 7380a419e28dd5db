using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MaxPoolConvNet.Mpi.Tests;

/// <summary>The processes that mpirun has started.</summary>
internal static partial class RankProcesses
{
    public static int[] ChildrenOf(int process) =>
    [
        .. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Where(name =>
        {
            try
            {
                return ParentLine().Match(File.ReadAllText($"/proc/{name}/status")).Groups["parent"].Value == $"{process}";
            }
            catch (IOException)
            {
                return false;
            }
        }).Select(int.Parse!),
    ];

    /// <summary>The rank that mpirun has given to a process; null if it has ended, or isn't a rank yet.</summary>
    public static int? RankOf(int process)
    {
        try
        {
            Match found = RankVariable().Match(File.ReadAllText($"/proc/{process}/environ"));
            return found.Success ? int.Parse(found.Groups["rank"].Value, CultureInfo.InvariantCulture) : null;
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Kills a process as kill -9 does; false if it has ended.</summary>
    public static bool Kill(int process)
    {
        try
        {
            using var killed = Process.GetProcessById(process);
            killed.Kill();
            return true;
        }
        catch (Exception ended) when (ended is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex("OMPI_COMM_WORLD_RANK=(?<rank>[0-9]+)\0")]
    private static partial Regex RankVariable();

    [GeneratedRegex(@"^PPid:\s*(?<parent>\d+)$", RegexOptions.Multiline)]
    private static partial Regex ParentLine();
}
