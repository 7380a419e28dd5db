using System.Buffers;

namespace MaxPoolConvNet.Storage;

/// <summary>The new files beside a file: their names, and those that a killed process has left.</summary>
internal static class LeftFiles
{
    private const string Extension = ".new";

    private static readonly SearchValues<char> _random = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.");

    private static readonly TimeSpan _leastAge = TimeSpan.FromMinutes(1);

    private static readonly EnumerationOptions _all = new() { AttributesToSkip = FileAttributes.None };

    /// <summary>Returns a name that no other process uses, with the length of <see cref="Path.GetRandomFileName"/>.</summary>
    public static string NewName(string path) => $"{path}.{Path.GetRandomFileName()}{Extension}";

    /// <summary>
    /// Deletes the new files beside a file that are at least a minute old and that no process has open. Those that can't be deleted stay.
    /// </summary>
    public static void Delete(string path)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        string name = Path.GetFileName(path);
        if (!Directory.Exists(folder)) return;
        // a younger one may be of a writer who has just created it, or closed it to put it in its place
        DateTime latest = DateTime.UtcNow - _leastAge;
        foreach (string left in Directory.EnumerateFiles(folder, "*" + Extension, _all))
        {
            if (IsNew(Path.GetFileName(left), name) && File.GetLastWriteTimeUtc(left) <= latest) DeleteUnlessOpen(left);
        }
    }

    private static bool IsNew(string file, string name) =>
        file.Length == NewName(name).Length
        && file.StartsWith(name + ".", StringComparison.Ordinal)
        && file.AsSpan(name.Length + 1, file.Length - name.Length - 1 - Extension.Length) is var random
        && random.IndexOf('.') == NewName("").IndexOf('.', 1) - 1
        && !random.ContainsAnyExcept(_random);

    /// <summary>What can be opened alone isn't open elsewhere.</summary>
    private static void DeleteUnlessOpen(string path)
    {
        try
        {
            using FileStream alone = new(
                path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // of a process that still writes it, or of another user
        }
    }
}
