using System.Diagnostics;
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

    public static void Kill(int process)
    {
        using var killed = Process.GetProcessById(process);
        killed.Kill();
    }

    [GeneratedRegex(@"^PPid:\s*(?<parent>\d+)$", RegexOptions.Multiline)]
    private static partial Regex ParentLine();
}
