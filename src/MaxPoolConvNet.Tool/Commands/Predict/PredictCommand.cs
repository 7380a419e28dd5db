using System.Buffers;
using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command predict, which predicts texts as they arrive.</summary>
internal sealed class PredictCommand : ToolCommand
{
    private readonly FileArgument _model = ModelArgument.Create();
    private readonly FileArgument _file = new("FILE")
    {
        Description = "texts: one per line, a table (CSV, TSV, Excel, Parquet) or JSON; may be gzipped; - for standard input",
        DefaultValueFactory = _ => "-",
    };

    private readonly InputSwitches _input = new();
    private readonly Option<int?> _top = NumberSwitch.Create<int>(
        "--top", "print the N most probable labels; a label with a comma is quoted", new(1, int.MaxValue));
    private readonly Option<double?> _threshold = NumberSwitch.Create<double>(
        "--threshold", "print the labels with at least this probability [default: 0.5 with several labels per text]", new(0, 1));
    private readonly Option<double?> _maxError = MaxErrorSwitch.Create();
    private readonly Option<int> _threads = ThreadsSwitch.Create();
    private readonly Option<bool> _json = JsonSwitch.Create(
        "print a JSON object per line: label, probability, words, knownWords, familiarity, text; labels with --top or --threshold");

    public PredictCommand(ToolConsole console)
        : base(
            "predict",
            "Prints the label, probability and text of each text, separated by tabs. Several labels are separated by commas, as in CSV.",
            console)
    {
        Add(_model);
        Add(_file);
        _input.AddTo(this);
        foreach (Option option in new Option[] { _top, _threshold, _maxError, _threads, _json })
            Add(option);
    }

    public override string[] Examples =>
    [
        "maxpool predict reviews.safetensors new.txt",
        "maxpool predict reviews.safetensors new.csv --text-field comment --json",
        "maxpool predict reviews.safetensors new.txt --max-error 0.05",
        "echo \"Well made.\" | maxpool predict reviews.safetensors --top 3",
    ];

    protected override int Run(ParseResult arguments)
    {
        var options = new PredictionOptions { Top = arguments.GetValue(_top), Threshold = arguments.GetValue(_threshold) };
        double? maxError = arguments.GetValue(_maxError);
        if (maxError is not null && options.Several)
            throw new ArgumentException($"{MaxErrorSwitch.Name} was given with --top or --threshold; pass one of them");
        TextClassifier classifier = ModelFiles.Load(arguments.GetValue(_model)!);
        if (maxError is { } rate) options = options with { Accepting = ThresholdOf(classifier, rate, arguments.GetValue(_model)!) };
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

    private static ErrorThreshold ThresholdOf(TextClassifier classifier, double maxError, string model)
    {
        if (classifier.Acceptance is not { } table)
        {
            throw new ArgumentException(
                $"{model} has no acceptance table, which {MaxErrorSwitch.Name} needs; train it with maxpool train --acceptance");
        }

        if (classifier.AcceptAt(maxError) is { } threshold) return threshold;
        string others = table.Thresholds.IsEmpty
            ? "nor any other error rate; train it on more texts"
            : string.Create(CultureInfo.InvariantCulture, $"the smallest that it can is {table.Thresholds[0].MaximumErrorRate}");
        throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture, $"{model} can't promise the error rate {maxError} of {MaxErrorSwitch.Name}; {others}"));
    }
}
