using System.CommandLine;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Progress;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Tool.Tuning;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command tune.</summary>
internal sealed class TuneCommand : ToolCommand
{
    private const string NoTest =
        "there are no held-out texts to compare the found settings with the defaults; pass --hold-out above 0, or --test";

    private static readonly TimeSpan _defaultBudget = TimeSpan.FromMinutes(2);

    private readonly DataSwitches _data = new();
    private readonly HeldOutSwitches _heldOut = new();
    private readonly DurationSwitch _budget = new("--budget", "time for the whole run, such as 90s, 10m or 2h [default: 2m]");
    private readonly TrainingSwitches _training = new();
    private readonly Option<bool> _json = JsonSwitch.Create();

    public TuneCommand(ToolConsole console)
        : base(
            "tune",
            "Searches for better settings and tests them on held-out texts. Settings passed as options stay fixed. Saves no model.",
            console)
    {
        _data.AddTo(this);
        Add(_budget);
        _heldOut.AddTo(this);
        _training.AddTo(this);
        Add(_json);
    }

    public override string[] Examples =>
    [
        "maxpool tune reviews.csv --budget 10m",
        "maxpool tune train.csv --test test.csv --tokenizer subwords --budget 1h",
    ];

    public override string[] UsualSwitches =>
        ["--budget", "--label-column", "--text-column", "--test", "--hold-out", "--vectors", "--json"];

    protected override int Run(ParseResult arguments)
    {
        long began = Terminal.Time.GetTimestamp();
        TrainingOptions options = _training.Read(arguments);
        VectorNotes.Write(Terminal, options);
        var given = new GivenSwitches(arguments);
        bool json = arguments.GetValue(_json);
        TextSplit split = _heldOut.Split(_data, arguments, options.Seed, Terminal, out ReadForm form);
        if (split.HeldOut.Count == 0) throw new ArgumentException(NoTest);
        TuningTexts texts = TuningTexts.Of(split, options.Seed);
        if (!json) Terminal.Print($"{form}");
        if (!json) Print(texts);

        TrialSettings start = TrialSettings.Of(options);
        var space = new SearchSpace(start, new SearchScope { HasVectors = start.Architecture.NeedsVectors, FixedSwitches = given.Names });
        var tunerOptions = new TunerOptions
        {
            Budget = arguments.GetValue(_budget) ?? _defaultBudget,
            Began = began,
            Threads = options.Threads ?? Environment.ProcessorCount,
            Networks = options.Networks,
            TextsRatio = (double)texts.LearningAndChoice.Count / texts.Learning.Count,
            Seed = options.Seed,
        };
        var tuner = new Tuner(space, start, new TrainingRunner(options, texts, Terminal.Time), tunerOptions, Terminal.Time);
        ITuningDisplay display = TuningDisplay.Create(Terminal);
        TuningResult result = display.Show(() => tuner.Run(display, Terminal.Interrupted));

        var commands = new TrainCommandLine(_data.PathOf(arguments), given, start);
        var outcome = new TuningOutcome(result, commands, settings => settings.ToOptions(options, texts.LearningAndChoice.Count));
        if (result.Interrupted) Terminal.Note($"stopped; these are the results so far");
        PrintResult(json, () => outcome.ToJson(form), () => outcome.Print(Terminal));
        return result.Interrupted ? ExitCode.Cancelled : ExitCode.Success;
    }

    private void Print(TuningTexts texts)
    {
        string learning = FormattableString.Invariant($"{texts.Learning.Count} training texts ({new LabelTable(texts.Learning)})");
        Terminal.Print($"{learning}, {texts.Choice.Count} validation texts, {texts.Test.Count} held-out texts");
    }
}
