using MaxPoolConvNet.Storage;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Writes output files, such as models and pages; existing files are overwritten.</summary>
internal static class OutputFile
{
    /// <summary>Throws if the file can't be written, before any work is done.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The switch that names it.</param>
    /// <exception cref="ArgumentException">The path is empty, or is a folder.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Check(string path, string name)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new ArgumentException($"{name} is empty; a file was expected");
        if (Directory.Exists(path)) throw new ArgumentException($"{name} {path} is a folder; a file was expected");
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder {folder} to save {path} in; create it first.");
        ReplacedFile.CheckWritable(path);
    }

    /// <summary>Writes the file; an existing one is replaced only once the new one is complete.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Write(string path, Action<Stream> write) => ReplacedFile.Write(path, write);
}
