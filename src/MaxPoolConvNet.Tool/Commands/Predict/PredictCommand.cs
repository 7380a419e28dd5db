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
    private const long DefaultPartSize = 64_000_000;

    private readonly FileArgument _model = ModelArgument.Create();
    private readonly FilesArgument _files = new("FILE")
    {
        Description = "texts: one per line, a table (CSV, TSV, Excel, Parquet) or JSON; may be gzipped; - for standard input",
        DefaultValueFactory = _ => ["-"],
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly InputSwitches _input = new();
    private readonly Option<int?> _top = NumberSwitch.Create<int>(
        "--top", "print the N most probable labels; a label with a comma is quoted", new(1, int.MaxValue));
    private readonly Option<double?> _threshold = NumberSwitch.Create<double>(
        "--threshold", "print the labels with at least this probability [default: 0.5 with several labels per text]", new(0, 1));
    private readonly Option<double?> _maxError = MaxErrorSwitch.Create();
    private readonly Option<string?> _output = new("--output")
    {
        Description = "folder for the predictions, as ordered parts; whole parts are skipped when run again; for mpirun",
        HelpName = "FOLDER",
    };

    private readonly SizeSwitch _partSize = new("--part-size", "with --output: bytes of text lines per part [default: 64MB]");
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
        Add(_files);
        _input.AddTo(this);
        foreach (Option option in new Option[] { _top, _threshold, _maxError, _output, _partSize, _threads, _json })
            Add(option);
    }

    public override string[] Examples =>
    [
        "maxpool predict reviews.safetensors new.txt",
        "maxpool predict reviews.safetensors new.csv --text-field comment --json",
        "maxpool predict reviews.safetensors new.txt --max-error 0.05",
        "mpirun -n 4 maxpool predict reviews.safetensors january.txt february.txt --output predictions --threads 1",
        "echo \"Well made.\" | maxpool predict reviews.safetensors --top 3",
    ];

    protected override bool SharesWork => true;

    protected override int Run(ParseResult arguments)
    {
        var options = new PredictionOptions { Top = arguments.GetValue(_top), Threshold = arguments.GetValue(_threshold) };
        double? maxError = arguments.GetValue(_maxError);
        if (maxError is not null && options.Several)
            throw new ArgumentException($"{MaxErrorSwitch.Name} was given with --top or --threshold; pass one of them");
        string? folder = arguments.GetValue(_output);
        CheckOutput(folder, arguments);
        string model = arguments.GetValue(_model)!;
        (TextClassifier classifier, string? hash) = folder is null ? (ModelFiles.Load(model), null) : ModelFiles.LoadHashed(model);
        if (maxError is { } rate) options = options with { Accepting = ThresholdOf(classifier, rate, model) };
        if (classifier.IsMultiLabel && !options.Several) options = options with { Threshold = 0.5 };
        var unknown = new UnknownTexts();
        Action<string, ArrayBufferWriter<byte>> predict = arguments.GetValue(_json)
            ? JsonPredictions.Writer(classifier, options, unknown)
            : LinePredictions.Writer(classifier, options, unknown);
        var blocks = new TextBlocks(predict, arguments.GetValue(_threads));
        if (folder is not null)
        {
            PrintParts(folder, hash!, blocks, unknown, arguments);
            return ExitCode.Success;
        }

        foreach (string file in arguments.GetValue(_files)!)
            Predict(() => _input.Open(file, arguments, Terminal.Input), blocks, Terminal.Output);
        unknown.WriteNote(Terminal);
        return ExitCode.Success;
    }

    private void PrintParts(string folder, string modelHash, TextBlocks blocks, UnknownTexts unknown, ParseResult arguments)
    {
        long partSize = arguments.GetValue(_partSize) ?? DefaultPartSize;
        var plan = new PartPlan(arguments.GetValue(_files)!, partSize, file => _input.CanDivide(file, arguments));
        string given = new GivenSwitches(arguments).Line(_output.Name, _partSize.Name, _threads.Name);
        int ready = new PartRun(Terminal, plan, PartManifest.Of(modelHash, given, partSize, plan.Files)).Run(
            folder,
            arguments.GetValue(_json) ? ".jsonl" : ".tsv",
            (part, output) => Predict(
                () => part.IsRange
                    ? InputSwitches.OpenRange(part.File, part.From, part.To)
                    : _input.Open(part.File, arguments, standardInput: null),
                blocks,
                output));
        unknown.Set(Terminal.Ranks.Add(unknown.Counts));
        unknown.WriteNote(Terminal);
        string before = ready > 0 ? string.Create(CultureInfo.InvariantCulture, $", of which {ready:N0} were there already") : "";
        Terminal.Note($"{plan.Parts.Count:N0} parts in {folder}{before}");
    }

    private void Predict(Func<InputTexts> open, TextBlocks blocks, Stream output)
    {
        using InputTexts texts = open();
        blocks.RunAsync(texts.Stream, texts.Read, output, Terminal.Interrupted).GetAwaiter().GetResult();
    }

    private void CheckOutput(string? folder, ParseResult arguments)
    {
        if (folder is not null)
        {
            if (string.IsNullOrWhiteSpace(folder)) throw new ArgumentException("--output is empty; a folder was expected");
            return;
        }

        if (arguments.GetValue(_partSize) is not null) throw new ArgumentException("--part-size is for --output, which names the folder");
        if (Terminal.Ranks.IsRank)
        {
            throw new ArgumentException(
                "maxpool predict shares its work among ranks only with --output, a folder for the predictions; pass it, "
                + "or start without mpirun");
        }
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
