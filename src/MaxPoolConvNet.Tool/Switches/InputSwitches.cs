using System.CommandLine;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches for the form of texts without labels.</summary>
internal sealed class InputSwitches
{
    private readonly ChoiceSwitch<TextFileFormat> _form = new(
        "--input",
        "format of the texts; text: one per line",
        ("detect", TextFileFormat.Detect),
        ("text", TextFileFormat.Lines),
        ("jsonl", TextFileFormat.Json),
        ("csv", TextFileFormat.Csv));

    private readonly Option<string?> _field = new("--text-field")
    {
        Description = "column or JSON field of the text; several (a,b,c) are joined [default: text or another usual name]",
        HelpName = "NAME",
    };

    private readonly Option<string?> _encoding = EncodingSwitch.Create();

    private readonly TableSwitches _table = new();

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _form, _field, _encoding })
            command.Add(option);
        _table.AddTo(command);
    }

    /// <param name="file">The file; "-" for standard input.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="standardInput">Standard input; null if it is closed.</param>
    public InputTexts Open(string file, ParseResult arguments, Stream? standardInput) =>
        new(file, _table.Sheet(arguments), Read(arguments), standardInput);

    /// <summary>Whether ranges of a file's bytes can be read by themselves.</summary>
    public bool CanDivide(string file, ParseResult arguments) =>
        _table.Sheet(arguments) is null && LineFile.CanDivide(file, Read(arguments));

    /// <summary>Opens a range of a file that <see cref="CanDivide"/>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="from">The first byte.</param>
    /// <param name="to">The byte after the last one. A line belongs to the range in which it begins.</param>
    public static InputTexts OpenRange(string file, long from, long to) => new(new LineRange(file, from, to));

    private TextFileOptions Read(ParseResult arguments) => new()
    {
        Format = _form.Read(arguments),
        TextColumns = TableSwitches.Columns(arguments.GetValue(_field)),
        Encoding = arguments.GetValue(_encoding),
        Separator = _table.Separator(arguments),
        HasHeader = _table.HasHeader(arguments),
    };
}
