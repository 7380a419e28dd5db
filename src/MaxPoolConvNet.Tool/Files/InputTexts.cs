using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Texts without labels, opened: a file, a table that isn't text, or standard input.</summary>
internal sealed class InputTexts : IDisposable
{
    private readonly string _name;
    private readonly TextFileOptions _options;
    private readonly TableFile? _table;

    /// <param name="path">The file, or "-".</param>
    /// <param name="sheet">The sheet of a workbook; null for the first one with data.</param>
    /// <param name="options">How texts are read.</param>
    /// <param name="standardInput">Standard input; null where it is closed.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">Standard input is closed.</exception>
    public InputTexts(string path, string? sheet, TextFileOptions options, Stream? standardInput)
    {
        _name = InputFile.NameOf(path);
        _options = options;
        _table = TableFile.OpenIfAny(path, sheet, options);
        Stream = _table?.Stream ?? InputFile.Open(path, standardInput);
    }

    /// <summary>Its bytes.</summary>
    public Stream Stream { get; }

    /// <summary>Reads the texts while they are enumerated, once.</summary>
    /// <param name="stream">The bytes, or a stream that reads through them.</param>
    public IEnumerable<string> Read(Stream stream) => _table?.Read(stream, _options) ?? TextFile.Read(stream, _name, _options);

    public void Dispose()
    {
        Stream.Dispose();
        _table?.Dispose();
    }
}
