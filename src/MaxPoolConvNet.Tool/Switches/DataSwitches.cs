using System.CommandLine;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>A file of labelled texts, and the switches that say how to read it.</summary>
internal sealed class DataSwitches
{
    private readonly FileArgument _data = new("DATA")
    {
        Description = "labelled texts: label<TAB>text, 'label text', fastText's __label__x text, or CSV with a header; gzip too",
    };

    private readonly ChoiceSwitch<LabeledTextFormat> _format = new(
        "--format",
        "how texts are written",
        ("detect", LabeledTextFormat.Detect),
        ("tab", LabeledTextFormat.TabSeparated),
        ("space", LabeledTextFormat.SpaceSeparated),
        ("fasttext", LabeledTextFormat.FastText),
        ("csv", LabeledTextFormat.Csv));

    private readonly Option<string?> _labelColumn = new("--label-column")
    {
        Description = "the CSV column of the label",
        HelpName = "NAME",
    };

    private readonly Option<string?> _textColumn = new("--text-column")
    {
        Description = "the CSV column of the text",
        HelpName = "NAME",
    };

    private readonly Option<bool> _allowUnlabeled = new("--allow-unlabeled")
    {
        Description = "in fastText's format, a line without a label is a text that has none",
    };

    private readonly ChoiceSwitch<LabeledTextEncoding> _encoding = EncodingSwitch.Create();

    public void AddTo(Command command)
    {
        command.Add(_data);
        foreach (Option option in new Option[] { _format, _labelColumn, _textColumn, _allowUnlabeled, _encoding })
            command.Add(option);
    }

    /// <summary>The file's name, as it was given.</summary>
    public string PathOf(ParseResult arguments) => arguments.GetValue(_data)!;

    public IReadOnlyList<LabeledText> Read(ParseResult arguments) => Read(PathOf(arguments), arguments);

    /// <summary>Another file, in the same form.</summary>
    public IReadOnlyList<LabeledText> Read(string path, ParseResult arguments)
    {
        if (arguments.GetValue(_allowUnlabeled) && _format.Read(arguments) != LabeledTextFormat.FastText)
            throw new ArgumentException("--allow-unlabeled is for --format fasttext");
        return LabeledTextFile.Read(path, new LabeledTextFileOptions
        {
            Format = _format.Read(arguments),
            LabelColumn = arguments.GetValue(_labelColumn),
            TextColumn = arguments.GetValue(_textColumn),
            AllowUnlabeled = arguments.GetValue(_allowUnlabeled),
            Encoding = _encoding.Read(arguments),
        });
    }
}
