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

    private const string NoTrials =
        "under mpirun, maxpool tune needs a number of trials, because a time budget would end differently at each rank; "
        + "pass --trials N in place of --budget";

    private const string BudgetAndTrials = "--budget and --trials exclude each other; pass the time or the number of trials";

    private static readonly TimeSpan _defaultBudget = TimeSpan.FromMinutes(2);

    private readonly DataSwitches _data = new();
    private readonly HeldOutSwitches _heldOut = new();
    private readonly DurationSwitch _budget = new("--budget", "time for the whole run, such as 90s, 10m or 2h [default: 2m]");
    private readonly Option<int?> _trials = NumberSwitch.Create(
        "--trials",
        "number of trials instead of a time; the result depends on no clock, and mpirun -n N maxpool tune shares them",
        new SwitchRange<int>(2, 100_000));

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
        Add(_trials);
        _heldOut.AddTo(this);
        _training.AddTo(this);
        Add(_json);
    }

    public override string[] Examples =>
    [
        "maxpool tune reviews.csv --budget 10m",
        "maxpool tune train.csv --test test.csv --tokenizer subwords --budget 1h",
        "mpirun -n 16 maxpool tune reviews.csv --trials 200 --threads 1",
    ];

    public override string[] UsualSwitches =>
        ["--budget", "--trials", "--label-column", "--text-column", "--test", "--hold-out", "--vectors", "--json"];

    protected override bool SharesWork => true;

    protected override int Run(ParseResult arguments)
    {
        long began = Terminal.Time.GetTimestamp();
        int? trials = arguments.GetValue(_trials);
        if (trials is null && Terminal.Ranks.IsRank) throw new ArgumentException(NoTrials);
        if (trials is not null && arguments.GetValue(_budget) is not null) throw new ArgumentException(BudgetAndTrials);
        TrainingOptions options = _training.Read(arguments) with { Ranks = Terminal.Ranks.Group };
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
        var runner = new TrainingRunner(options, texts, Terminal.Time);
        ITuningDisplay display = TuningDisplay.Create(Terminal);
        TuningResult result = display.Show(() => trials is { } count
            ? new CountedTuner(space, start, runner, Counted(options, count), Terminal.Time).Run(display, Terminal.Interrupted)
            : new Tuner(space, start, runner, Timed(arguments, options, texts, began), Terminal.Time).Run(display, Terminal.Interrupted));

        var commands = new TrainCommandLine(_data.PathOf(arguments), given, start);
        var outcome = new TuningOutcome(result, commands, settings => settings.ToOptions(options, texts.LearningAndChoice.Count));
        if (result.Interrupted) Terminal.Note($"stopped; these are the results so far");
        PrintResult(json, () => outcome.ToJson(form), () => outcome.Print(Terminal));
        return result.Interrupted ? ExitCode.Cancelled : ExitCode.Success;
    }

    private TunerOptions Timed(ParseResult arguments, TrainingOptions options, TuningTexts texts, long began) => new()
    {
        Budget = arguments.GetValue(_budget) ?? _defaultBudget,
        Began = began,
        Threads = options.Threads ?? Environment.ProcessorCount,
        Networks = options.Networks,
        TextsRatio = (double)texts.LearningAndChoice.Count / texts.Learning.Count,
        Seed = options.Seed,
    };

    private static CountedOptions Counted(TrainingOptions options, int trials) => new()
    {
        Trials = trials,
        Threads = options.Threads ?? Environment.ProcessorCount,
        Networks = options.Networks,
        Seed = options.Seed,
        Ranks = options.Ranks,
    };

    private void Print(TuningTexts texts)
    {
        string learning = FormattableString.Invariant($"{texts.Learning.Count} training texts ({new LabelTable(texts.Learning)})");
        Terminal.Print($"{learning}, {texts.Choice.Count} validation texts, {texts.Test.Count} held-out texts");
    }
}
