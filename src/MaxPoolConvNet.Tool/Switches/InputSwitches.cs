using System.CommandLine;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches that say how texts without labels are read.</summary>
internal sealed class InputSwitches
{
    private readonly ChoiceSwitch<InputForm> _form = new(
        "--input",
        "how texts are written (text: a text a line); by default as the name's .csv, .jsonl or .ndjson says, "
            + "else JSON lines where the first line is a JSON object, else a text a line",
        ("detect", InputForm.Detect),
        ("text", InputForm.Lines),
        ("jsonl", InputForm.JsonLines),
        ("csv", InputForm.Csv));

    private readonly Option<string?> _field = new("--text-field")
    {
        Description = "the JSON property or CSV column of the text; by default text",
        HelpName = "NAME",
    };

    private readonly ChoiceSwitch<LabeledTextEncoding> _encoding = EncodingSwitch.Create();

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _form, _field, _encoding })
            command.Add(option);
    }

    public InputOptions Read(ParseResult arguments) => new()
    {
        Form = _form.Read(arguments),
        Field = arguments.GetValue(_field),
        Encoding = _encoding.Read(arguments),
    };
}
