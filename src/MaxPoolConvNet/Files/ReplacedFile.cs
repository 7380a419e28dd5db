namespace MaxPoolConvNet.Storage;

/// <summary>Replaces a file atomically: writes a new file beside it, and exchanges them when the new one is complete.</summary>
/// <remarks>Even if the disk is full or another process writes the same file, there is an old or a new file, never a partial one.</remarks>
internal static class ReplacedFile
{
    /// <param name="path">The file; for a link, its target.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file can't be written; the old one is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no permission to write it; the old one is unchanged.</exception>
    public static void Write(string path, Action<FileStream> write)
    {
        string target = Target(path);
        CheckReplaceable(target);
        LeftFiles.Delete(target);
        string beside = LeftFiles.NewName(target);
        FileStream file = Create(path, beside, bufferSize: 1 << 16);
        try
        {
            using (file)
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
        }
        catch (Exception problem)
        {
            File.Delete(beside);
            if (problem is IOException or UnauthorizedAccessException) throw UnwrittenFile.Named(problem, path, beside);
            throw;
        }
    }

    /// <summary>Checks, before long work rather than after it, that the file can be written.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no permission to write it.</exception>
    public static void CheckWritable(string path)
    {
        string target = Target(path);
        if (Directory.Exists(target)) throw new IOException($"{path} is a directory; the name of a file was expected");
        CheckReplaceable(target);
        using FileStream opened = Create(path, LeftFiles.NewName(target), bufferSize: 0, FileOptions.DeleteOnClose);
    }

    private static FileStream Create(string path, string beside, int bufferSize, FileOptions options = FileOptions.None)
    {
        try
        {
            return new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize, options);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw UnwrittenFile.Named(problem, path, beside);
        }
    }

    private static string Target(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    /// <summary>Protects devices and pipes, such as /dev/null, from being replaced by a file if the user has the permission.</summary>
    private static void CheckReplaceable(string target)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(target) || new FileInfo(target).Length > 0) return;
        using FileStream? empty = Opened(target);
        if (empty is null || (empty.CanSeek && CanBeCut(empty))) return;
        throw new IOException($"{target} is a device or a pipe; the name of a file was expected");
    }

    private static FileStream? Opened(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null; // a file that can't be opened may still be replaced
        }
    }

    /// <summary>Returns whether it is a file, by setting its own length: another process may have completed it by now.</summary>
    private static bool CanBeCut(FileStream file)
    {
        try
        {
            file.SetLength(file.Length);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
