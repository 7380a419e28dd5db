using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Input;

/// <summary>A file of texts, or standard input, which is called "-".</summary>
internal static class InputFile
{
    private const string Standard = "-";

    /// <summary>What errors call it.</summary>
    public static string NameOf(string path) => path == Standard ? "standard input" : path;

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">Standard input is closed.</exception>
    public static Stream Open(string path, ToolConsole console)
    {
        if (path == Standard) return console.Input ?? throw new IOException("standard input is closed: there are no texts to read from it");
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {path} to read texts from; a text itself is read from standard input.", path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
    }
}
