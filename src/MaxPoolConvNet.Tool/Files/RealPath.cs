namespace MaxPoolConvNet.Tool.Files;

/// <summary>Paths without links.</summary>
internal static class RealPath
{
    /// <summary>Links that lead to links, at most: more are a circle.</summary>
    private const int MostLinks = 40;

    /// <summary>Whether this system takes files for the same one where their names differ in upper and lower case alone.</summary>
    public static StringComparison Comparison { get; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
        ? StringComparison.OrdinalIgnoreCase
        : StringComparison.Ordinal;

    /// <summary>The full path, each link on the way replaced by what it leads to, whether there is a file or not.</summary>
    public static string Of(string path) => Of(path, MostLinks);

    private static string Of(string path, int links)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } folder) return full;
        string own = Path.Combine(Of(folder, links), Path.GetFileName(full));
        if (links == 0 || TargetOf(own) is not { } target) return own;
        return Of(Path.Combine(Path.GetDirectoryName(own)!, target), links - 1);
    }

    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null; // what can't be looked at is taken as it is
        }
    }
}
