namespace MaxPoolConvNet.Storage;

/// <summary>
/// Writes a file beside the one that it replaces once it is whole: whatever happens on the way, a full disk or another process that writes the
/// same file, there is an old or a new file, never a part of one.
/// </summary>
internal static class ReplacedFile
{
    /// <param name="path">The file; of a link, what it leads to.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">It can't be written; the old file is as it was.</exception>
    public static void Write(string path, Action<FileStream> write)
    {
        string target = Target(path);
        string beside = Beside(target);
        FileStream file = new(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        try
        {
            using (file)
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Tells before long work, not after it, where there can't be a file.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void CheckWritable(string path)
    {
        string target = Target(path);
        if (Directory.Exists(target)) throw new IOException($"{path} is a directory; the name of a file was expected");
        using FileStream opened = new(Beside(target), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
    }

    private static string Target(string path) => File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    /// <summary>A name of this process's own.</summary>
    private static string Beside(string path) => $"{path}.{Path.GetRandomFileName()}.new";
}
