using System.Buffers;
using System.CommandLine;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Predicts the labels of any number of texts, as they come.</summary>
internal sealed class PredictCommand : ToolCommand
{
    private readonly FileArgument _model = ModelArgument.Create();
    private readonly FileArgument _file = new("FILE")
    {
        Description = "texts, gzip too, or a table of Excel or Parquet; - is standard input",
        DefaultValueFactory = _ => "-",
    };

    private readonly InputSwitches _input = new();
    private readonly Option<int?> _top = NumberSwitch.Create<int>("--top", "give the N most probable labels; one with a comma stands in quotation marks", new(1, int.MaxValue));
    private readonly Option<double?> _threshold = NumberSwitch.Create<double>(
        "--threshold", "give the labels of at least this probability; where a text may have several labels, 0.5 is the default", new(0, 1));
    private readonly Option<int> _threads = ThreadsSwitch.Create();
    private readonly Option<bool> _json = JsonSwitch.Create(
        "a JSON object a line: label, probability, words, knownWords, text; with --top or --threshold labels too");


    public PredictCommand(ToolConsole console)
        : base("predict", "Prints label, probability and text of each text, separated by tabs; several labels are separated by commas, as in CSV.", console)
    {
        Add(_model);
        Add(_file);
        _input.AddTo(this);
        foreach (Option option in new Option[] { _top, _threshold, _threads, _json })
            Add(option);
    }

    protected override int Run(ParseResult arguments)
    {
        var options = new PredictionOptions { Top = arguments.GetValue(_top), Threshold = arguments.GetValue(_threshold) };
        TextClassifier classifier = ModelFiles.Load(arguments.GetValue(_model)!);
        if (classifier.IsMultiLabel && !options.Several) options = options with { Threshold = 0.5 };
        using InputTexts texts = _input.Open(arguments.GetValue(_file)!, arguments, Terminal.Input);
        var unknown = new UnknownTexts();
        Action<string, ArrayBufferWriter<byte>> predict = arguments.GetValue(_json)
            ? JsonPredictions.Writer(classifier, options, unknown)
            : LinePredictions.Writer(classifier, options, unknown);
        new TextBlocks(predict, arguments.GetValue(_threads))
            .RunAsync(texts.Stream, texts.Read, Terminal.Output, Terminal.Interrupted)
            .GetAwaiter().GetResult();
        unknown.WriteNote(Terminal);
        return ExitCode.Success;
    }
}
