using System.CommandLine;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The argument for labeled texts, and the switches for their form.</summary>
internal sealed class DataSwitches
{
    private readonly FileArgument _data = new("DATA")
    {
        Description = "labeled texts: CSV, TSV, Excel, Parquet, JSON, fastText (gzip too), or one folder of files per label",
    };

    private readonly ChoiceSwitch<LabeledTextFormat> _format = new(
        "--format",
        "format of DATA",
        ("detect", LabeledTextFormat.Detect),
        ("tab", LabeledTextFormat.TabSeparated),
        ("space", LabeledTextFormat.SpaceSeparated),
        ("fasttext", LabeledTextFormat.FastText),
        ("csv", LabeledTextFormat.Csv),
        ("json", LabeledTextFormat.Json),
        ("folder", LabeledTextFormat.Folder));

    private readonly Option<string?> _labelColumn = new("--label-column")
    {
        Description = "column of the label, by name or number; several (a,b,c) hold 0 or 1, one label each",
        HelpName = "NAME",
    };

    private readonly Option<string?> _textColumn = new("--text-column")
    {
        Description = "column of the text, by name or number; several (a,b,c) are joined",
        HelpName = "NAME",
    };

    private readonly Option<string?> _labelSeparator = new("--label-separator")
    {
        Description = "separator of several labels in one column, such as |",
        HelpName = "TEXT",
    };

    private readonly TableSwitches _table = new();

    private readonly Option<bool> _allowUnlabeled = new("--allow-unlabeled")
    {
        Description = "with --format fasttext: accept lines without a label",
    };

    private readonly Option<string?> _encoding = EncodingSwitch.Create();

    public void AddTo(Command command)
    {
        command.Add(_data);
        foreach (Option option in new Option[] { _format, _labelColumn, _textColumn, _labelSeparator, _allowUnlabeled, _encoding })
            command.Add(option);
        _table.AddTo(command);
    }

    /// <summary>The path of the file, as given.</summary>
    public string PathOf(ParseResult arguments) => arguments.GetValue(_data)!;

    /// <summary>Reads the file, until Ctrl+C.</summary>
    public ReadForm Read(ParseResult arguments, ToolConsole terminal) => Read(PathOf(arguments), arguments, terminal);

    /// <summary>Reads another file in the same form.</summary>
    public ReadForm Read(string path, ParseResult arguments, ToolConsole terminal)
    {
        if (arguments.GetValue(_allowUnlabeled) && _format.Read(arguments) != LabeledTextFormat.FastText)
            throw new ArgumentException("--allow-unlabeled is for --format fasttext");
        var options = new LabeledTextFileOptions
        {
            Format = _format.Read(arguments),
            LabelColumns = TableSwitches.Columns(arguments.GetValue(_labelColumn)),
            TextColumns = TableSwitches.Columns(arguments.GetValue(_textColumn)),
            LabelSeparator = arguments.GetValue(_labelSeparator),
            Separator = _table.Separator(arguments),
            HasHeader = _table.HasHeader(arguments),
            AllowUnlabeled = arguments.GetValue(_allowUnlabeled),
            Encoding = arguments.GetValue(_encoding),
        };
        string? sheet = _table.Sheet(arguments);
        ReadForm form = terminal.UntilInterrupted(() =>
        {
            using TableFile? table = TableFile.OpenIfAny(path, sheet, options);
            return new ReadForm(table?.Read(options) ?? LabeledTextFile.Read(path, options), table?.Kind);
        });
        bool isSaid = arguments.GetValue(_labelColumn) is not null || arguments.GetValue(_labelSeparator) is not null
            || _format.Read(arguments) != LabeledTextFormat.Detect;
        if (form.Texts.Doubt is { } doubt && !isSaid)
        {
            throw new InvalidDataException(
                $"{path}: {doubt}; read as {form.Form}. If that is right, pass --label-column or --format. If another column "
                + "has the labels, name it with --label-column; for several labels in one column, pass --label-separator");
        }

        return form;
    }
}
