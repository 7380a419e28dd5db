namespace MaxPoolConvNet.Tool.Files;

/// <summary>Opens a file of texts, or standard input, whose name is "-".</summary>
internal static class InputFile
{
    private const string Standard = "-";

    /// <summary>Its name in error messages.</summary>
    public static string NameOf(string path) => path == Standard ? "standard input" : path;

    /// <param name="path">The file; "-" for standard input.</param>
    /// <param name="standardInput">Standard input; null if it is closed.</param>
    /// <exception cref="FileNotFoundException">The file doesn't exist.</exception>
    /// <exception cref="IOException">Standard input is closed.</exception>
    public static Stream Open(string path, Stream? standardInput)
    {
        if (path == Standard)
            return standardInput ?? throw new IOException("standard input is closed; pass the file of texts, or pipe texts to the command");
        if (File.Exists(path))
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        if (Directory.Exists(path))
            throw new ArgumentException($"{path} is a folder; a file of texts was expected: one per line, a table or JSON");
        throw new FileNotFoundException($"There is no file {path} to read texts from; a text itself is read from standard input.", path);
    }
}
