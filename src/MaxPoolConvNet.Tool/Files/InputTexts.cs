using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>An open source of texts without labels: a text file, an Excel or Parquet table, or standard input.</summary>
internal sealed class InputTexts : IDisposable
{
    private readonly string _name;
    private readonly TextFileOptions _options;
    private readonly TableFile? _table;
    private readonly LineRange? _range;

    /// <param name="path">The file; "-" for standard input.</param>
    /// <param name="sheet">The sheet of a workbook; null for the first one with data.</param>
    /// <param name="options">How to read the texts.</param>
    /// <param name="standardInput">Standard input; null if it is closed.</param>
    /// <exception cref="FileNotFoundException">The file doesn't exist.</exception>
    /// <exception cref="IOException">Standard input is closed.</exception>
    public InputTexts(string path, string? sheet, TextFileOptions options, Stream? standardInput)
    {
        _name = InputFile.NameOf(path);
        _options = options;
        _table = TableFile.OpenIfAny(path, sheet, options);
        Stream = _table?.Stream ?? InputFile.Open(path, standardInput);
    }

    /// <param name="range">A range of a file's lines.</param>
    public InputTexts(LineRange range)
    {
        _name = range.Name;
        _options = LineRange.Options;
        Stream = _range = range;
    }

    /// <summary>The bytes of the source.</summary>
    public Stream Stream { get; }

    /// <summary>Reads the texts lazily; can be enumerated once.</summary>
    /// <param name="stream"><see cref="Stream"/>, or a wrapper of it.</param>
    public IEnumerable<string> Read(Stream stream) =>
        _range?.Read(stream) ?? _table?.Read(stream, _options) ?? TextFile.Read(stream, _name, _options);

    public void Dispose()
    {
        Stream.Dispose();
        _table?.Dispose();
    }
}
