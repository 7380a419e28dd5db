namespace MaxPoolConvNet.Tool.Files;

/// <summary>Resolves the links of a path.</summary>
internal static class RealPath
{
    /// <summary>The most links to follow; more are a cycle.</summary>
    private const int MostLinks = 40;

    /// <summary>The comparison of file names on this system: case matters on Linux only.</summary>
    public static StringComparison Comparison { get; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
        ? StringComparison.OrdinalIgnoreCase
        : StringComparison.Ordinal;

    /// <summary>The full path with all links resolved; the file need not exist.</summary>
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
            return null; // an unreadable path is used as it is
        }
    }
}
