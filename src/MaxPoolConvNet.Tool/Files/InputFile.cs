namespace MaxPoolConvNet.Tool.Files;

/// <summary>A file of texts, or standard input, which is called "-".</summary>
internal static class InputFile
{
    private const string Standard = "-";

    /// <summary>What errors call it.</summary>
    public static string NameOf(string path) => path == Standard ? "standard input" : path;

    /// <param name="path">The file, or "-".</param>
    /// <param name="standardInput">Standard input; null where it is closed.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">Standard input is closed.</exception>
    public static Stream Open(string path, Stream? standardInput)
    {
        if (path == Standard) return standardInput ?? throw new IOException("standard input is closed: there are no texts to read from it");
        if (File.Exists(path))
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        if (Directory.Exists(path)) throw new ArgumentException($"{path} is a folder; a file of texts was expected, with a text a line or in a table or JSON");
        throw new FileNotFoundException($"There is no file {path} to read texts from; a text itself is read from standard input.", path);
    }
}
