using MaxPoolConvNet.Storage;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>A file that a command writes, such as a model or a page; one that is there is replaced.</summary>
internal static class OutputFile
{
    /// <summary>Refuses a file that can't be written: before the work, not after it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The switch that names it.</param>
    /// <exception cref="ArgumentException">It has no name, or that of a folder.</exception>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void Check(string path, string name)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new ArgumentException($"{name} is empty; a file was expected");
        if (Directory.Exists(path)) throw new ArgumentException($"{name} {path} is a folder; a file was expected");
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder {folder} to save {path} in.");
        ReplacedFile.CheckWritable(path);
    }

    /// <summary>Writes it; until it is whole, the file that is there stays as it is.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void Write(string path, Action<Stream> write) => ReplacedFile.Write(path, write);
}
