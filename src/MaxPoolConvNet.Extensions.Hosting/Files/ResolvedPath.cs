namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>Follows the links of a path, those of its folders too: a ConfigMap is replaced by exchanging the link of a folder.</summary>
internal static class ResolvedPath
{
    private const int MostLinks = 40;

    /// <param name="path">A full path, of a file that needn't exist.</param>
    /// <returns>The path without links; with those that lead in a circle or can't be read, as far as they could be followed.</returns>
    public static string Of(string path)
    {
        int links = 0;
        Stack<string> ahead = Names(path, out string resolved);
        while (ahead.TryPop(out string? name))
        {
            string next = Path.Combine(resolved, name);
            if (links < MostLinks && Target(next) is { } target)
            {
                links++;
                foreach (string further in Names(Path.GetFullPath(target, resolved), out resolved).Reverse())
                    ahead.Push(further);
            }
            else
            {
                resolved = next;
            }
        }

        return resolved;
    }

    /// <summary>Splits a full path into its root and its names, the first one on top.</summary>
    private static Stack<string> Names(string path, out string root)
    {
        root = Path.GetPathRoot(path)!;
        string[] names = path[root.Length..].Split(
            [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        return new Stack<string>(names.Reverse());
    }

    private static string? Target(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null; // loading says what is wrong with the path
        }
    }
}
