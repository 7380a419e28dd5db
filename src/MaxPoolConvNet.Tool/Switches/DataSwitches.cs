using System.CommandLine;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>A file of labelled texts, and the switches that say how to read it.</summary>
internal sealed class DataSwitches
{
    private readonly FileArgument _data = new("DATA")
    {
        Description = "labelled texts: a table (tabs, commas, semicolons or bars; Excel; Parquet), JSON objects, fastText's __label__x text, or "
            + "'label text', gzip too; or a folder with a sub-folder of text files for each label",
    };

    private readonly ChoiceSwitch<LabeledTextFormat> _format = new(
        "--format",
        "how texts are written",
        ("detect", LabeledTextFormat.Detect),
        ("tab", LabeledTextFormat.TabSeparated),
        ("space", LabeledTextFormat.SpaceSeparated),
        ("fasttext", LabeledTextFormat.FastText),
        ("csv", LabeledTextFormat.Csv),
        ("json", LabeledTextFormat.Json),
        ("folder", LabeledTextFormat.Folder));

    private readonly Option<string?> _labelColumn = new("--label-column")
    {
        Description = "the column of the label, by name or number; several columns of 0 and 1, commas between them, are a label each",
        HelpName = "NAME",
    };

    private readonly Option<string?> _textColumn = new("--text-column")
    {
        Description = "the column of the text, by name or number; several are joined, commas between them",
        HelpName = "NAME",
    };

    private readonly Option<string?> _labelSeparator = new("--label-separator")
    {
        Description = "what separates several labels in one column, such as |",
        HelpName = "TEXT",
    };

    private readonly TableSwitches _table = new();

    private readonly Option<bool> _allowUnlabeled = new("--allow-unlabeled")
    {
        Description = "in fastText's format, a line without a label is a text that has none",
    };

    private readonly Option<string?> _encoding = EncodingSwitch.Create();

    public void AddTo(Command command)
    {
        command.Add(_data);
        foreach (Option option in new Option[] { _format, _labelColumn, _textColumn, _labelSeparator, _allowUnlabeled, _encoding })
            command.Add(option);
        _table.AddTo(command);
    }

    /// <summary>The file's name, as it was given.</summary>
    public string PathOf(ParseResult arguments) => arguments.GetValue(_data)!;

    public ReadForm Read(ParseResult arguments) => Read(PathOf(arguments), arguments);

    /// <summary>Another file, in the same form.</summary>
    public ReadForm Read(string path, ParseResult arguments)
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
        using TableFile? table = TableFile.OpenIfAny(path, _table.Sheet(arguments), options);
        var form = new ReadForm(table?.Read(options) ?? LabeledTextFile.Read(path, options), table?.Kind);
        bool isSaid = arguments.GetValue(_labelColumn) is not null || arguments.GetValue(_labelSeparator) is not null
            || _format.Read(arguments) != LabeledTextFormat.Detect;
        if (form.Texts.Doubt is { } doubt && !isSaid)
        {
            throw new InvalidDataException(
                $"{path}: {doubt}; taken as {form.Form}. If they are labels, name their column by --label-column, or the form by --format; "
                + "another column is named so too, and several labels in one column are parted by --label-separator");
        }

        return form;
    }
}
