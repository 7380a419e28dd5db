using System.Globalization;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>A folder of ordered parts, and of a list of what they were made from.</summary>
/// <param name="path">The folder.</param>
/// <param name="count">The number of parts.</param>
/// <param name="extension">The extension of the parts, with its point.</param>
internal sealed class PartFolder(string path, int count, string extension) : IDisposable
{
    private const string Manifest = "predictions.json";
    private const string LockName = "predictions.lock";
    private const string Unfinished = ".new";

    // EEXIST of Linux and macOS, ERROR_FILE_EXISTS of Windows
    private const int FileExists = 17;
    private const int WindowsFileExists = unchecked((int)0x80070050);

    /// <summary>Fewer digits would put the parts of some folders in another order.</summary>
    private readonly int _digits = Math.Max(5, (count - 1).ToString(CultureInfo.InvariantCulture).Length);

    private FileStream? _lock;

    private string ManifestPath => Path.Combine(path, Manifest);

    /// <summary>Prepares the folder, at the first rank: creates it, or checks what it has.</summary>
    /// <param name="manifest">What the parts are made from.</param>
    /// <param name="inputs">The files of the texts, which mustn't be in the folder.</param>
    /// <returns>Whether each part is there already, whole.</returns>
    /// <exception cref="ArgumentException">The folder belongs to other predictions, or has other files.</exception>
    /// <exception cref="IOException">Another run writes to the folder, or it can't be written.</exception>
    public bool[] Prepare(PartManifest manifest, IEnumerable<string> inputs)
    {
        CheckApart(inputs);
        if (File.Exists(path)) throw new ArgumentException($"--output {path} is a file; a folder was expected");
        Directory.CreateDirectory(path);
        bool isNew = !File.Exists(ManifestPath);
        string? other = isNew ? Directory.EnumerateFileSystemEntries(path).FirstOrDefault(IsOther) : null;
        if (other is not null)
        {
            throw new ArgumentException(
                $"--output {path} has other files, such as {Path.GetFileName(other)}, and no {Manifest}; "
                + "a new or empty folder was expected");
        }

        _lock = Locked();
        if (isNew) OutputFile.Write(ManifestPath, stream => stream.Write(manifest.ToJson()));
        else if (manifest.DifferenceFrom(PartManifest.Parse(File.ReadAllBytes(ManifestPath), ManifestPath)) is { } difference)
            throw new ArgumentException($"--output {path} has the predictions of another run: {difference}; pass another folder");
        foreach (string left in Directory.EnumerateFiles(path, $"part-*{Unfinished}"))
            File.Delete(left);
        return [.. Enumerable.Range(0, count).Select(part => File.Exists(PathOf(part)))];
    }

    /// <summary>Checks, at another rank, that it has the folder of the first one.</summary>
    /// <exception cref="ArgumentException">It has another one.</exception>
    public void CheckShared()
    {
        if (!File.Exists(ManifestPath))
        {
            throw new ArgumentException(
                $"--output {path} isn't the folder of rank 0 here: there is no {Manifest}; pass a folder that all machines share");
        }
    }

    /// <summary>Writes a part, unless another rank writes it or has written it.</summary>
    /// <returns>Whether this rank has written it.</returns>
    public bool TryWrite(int part, Action<Stream> write)
    {
        string beside = PathOf(part) + Unfinished;
        using FileStream? file = Claimed(beside);
        if (file is null) return false;
        try
        {
            if (File.Exists(PathOf(part)))
            {
                File.Delete(beside);
                return false;
            }

            write(file);
            file.Flush(flushToDisk: true);
            file.Dispose();
            File.Move(beside, PathOf(part));
            return true;
        }
        catch
        {
            file.Dispose();
            File.Delete(beside);
            throw;
        }
    }

    public void Dispose() => _lock?.Dispose();

    /// <summary>The new file of a part; null if another rank has created it.</summary>
    private static FileStream? Claimed(string path)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (IOException problem) when (problem.HResult is FileExists or WindowsFileExists)
        {
            return null; // it may be renamed already
        }
    }

    private string PathOf(int part)
    {
        string number = part.ToString(CultureInfo.InvariantCulture).PadLeft(_digits, '0');
        return Path.Combine(path, $"part-{number}{extension}");
    }

    private static bool IsOther(string file) => Path.GetFileName(file) != LockName;

    private void CheckApart(IEnumerable<string> inputs)
    {
        string folder = RealPath.Of(path);
        string? inside = inputs.FirstOrDefault(
            input => string.Equals(Path.GetDirectoryName(RealPath.Of(input)), folder, RealPath.Comparison));
        if (inside is not null) throw new ArgumentException($"FILE {inside} is in the folder of --output; name another folder");
    }

    private FileStream Locked()
    {
        string file = Path.Combine(path, LockName);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException problem) when (File.Exists(file))
        {
            throw new IOException($"another run writes to --output {path}; wait for its end, or pass another folder", problem);
        }
    }
}
