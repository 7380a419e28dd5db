using System.CommandLine;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Report.Audit;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command doctor.</summary>
internal sealed class DoctorCommand : ToolCommand
{
    private static readonly LabelAuditOptions _defaults = new();

    private readonly DataSwitches _data = new();
    private readonly FileSwitch _test = new("--test", FileUse.Input)
    {
        Description = "other texts in the same form, such as test texts: report their near-duplicates in DATA",
        HelpName = "FILE",
    };

    private readonly Option<int?> _suspects = NumberSwitch.Create(
        "--suspects",
        "number of labels to check [default: as many as confident learning counts]",
        SwitchRange<int>.Of<LabelAuditOptions>(nameof(LabelAuditOptions.SuspectCount)));

    private readonly FileSwitch _csv = new("--csv", FileUse.Output)
    {
        Description = "write the labels to check to this file, for a spreadsheet; overwrites an existing file",
        HelpName = "FILE",
    };

    private readonly FileSwitch _report = ReportSwitch.Create("all findings");

    private readonly FileSwitch _apply = new("--apply", FileUse.Input)
    {
        Description = "apply the column 'corrected' of this file (CSV or Excel); needs --output",
        HelpName = "FILE",
    };

    private readonly FileSwitch _output = new("--output", FileUse.Output)
    {
        Description = "with --apply: write a copy of DATA with corrected labels; ending with .csv or .jsonl converts it",
        HelpName = "FILE",
    };

    private readonly Option<int> _folds = NumberSwitch.Create(
        "--folds",
        "number of folds; each text is judged by a network trained on the others",
        SwitchRange<int>.Of<LabelAuditOptions>(nameof(LabelAuditOptions.Folds)),
        _defaults.Folds);

    private readonly Option<double> _similarity = NumberSwitch.Create(
        "--duplicate-threshold",
        "least similarity of near-duplicates",
        SwitchRange<double>.Of<LabelAuditOptions>(nameof(LabelAuditOptions.DuplicateThreshold)),
        _defaults.DuplicateThreshold);

    private readonly Option<int> _threads = ThreadsSwitch.Create();
    private readonly Option<ulong> _seed = NumberSwitch.Create("--seed", "seed of the folds", new(0, ulong.MaxValue), _defaults.Seed);
    private readonly Option<bool> _json = JsonSwitch.Create();

    public DoctorCommand(ToolConsole console)
        : base("doctor", "Finds labels that are probably wrong, and duplicates, odd texts and other faults of labeled texts.", console)
    {
        _data.AddTo(this);
        Option[] options = [_suspects, _csv, _report, _apply, _output, _test, _folds, _similarity, _threads, _seed, _json];
        foreach (Option option in options)
            Add(option);
    }

    public override string[] Examples =>
    [
        "maxpool doctor reviews.csv --report check.html --csv check.csv",
        "maxpool doctor reviews.csv --apply check.csv --output corrected.csv",
    ];

    public override string[] UsualSwitches =>
        ["--csv", "--report", "--apply", "--output", "--suspects", "--test", "--label-column", "--text-column", "--json"];

    protected override bool SharesWork => true;

    protected override int Run(ParseResult arguments)
    {
        var given = new GivenSwitches(arguments);
        string? apply = arguments.GetValue(_apply);
        string? output = arguments.GetValue(_output);
        if (apply is null && output is not null) throw new ArgumentException("--output is for --apply; for a table to correct, pass --csv");
        if (apply is null) return Audit(arguments);
        if (Terminal.Ranks.IsRank) throw new ArgumentException("--apply doesn't share its work among ranks; start it without mpirun");
        if (output is null) throw new ArgumentException("--apply needs --output FILE, the file to write the corrected texts to");
        if (given.First(_suspects, _csv, _report, _test, _folds, _similarity, _threads, _seed) is { } other)
            throw new ArgumentException($"--apply and {other} exclude each other; --apply only writes the corrected texts");
        return Apply(arguments, apply, output);
    }

    private int Apply(ParseResult arguments, string table, string output)
    {
        ReadForm form = _data.Read(arguments, Terminal);
        var corrected = new CorrectedTexts(form.Texts, CorrectionTable.Read(table), _data.PathOf(arguments), table);
        if (CorrectedCopy.Write(_data.PathOf(arguments), form, corrected, output) is { } reason)
            Terminal.Note($"{output} has labels and texts alone: {reason}");
        if (corrected.NewLabels.Count > 0)
            Terminal.Note($"labels that no text had before: {string.Join(", ", corrected.NewLabels.Select(label => $"'{label}'"))}");
        PrintResult(
            arguments.GetValue(_json),
            () => new JsonObject
            {
                ["texts"] = corrected.Count,
                ["changed"] = corrected.ChangedCount,
                ["newLabels"] = JsonResult.ArrayOf(corrected.NewLabels),
                ["output"] = output,
            },
            () => Terminal.Print($"{corrected.ChangedCount} of {corrected.Count} labels changed; saved to {output}"));
        return ExitCode.Success;
    }

    private int Audit(ParseResult arguments)
    {
        ReadForm form = _data.Read(arguments, Terminal);
        LabeledTexts? others = arguments.GetValue(_test) is { } test ? _data.Read(test, arguments, Terminal).Texts : null;
        var options = new LabelAuditOptions
        {
            Folds = arguments.GetValue(_folds),
            SuspectCount = arguments.GetValue(_suspects),
            DuplicateThreshold = arguments.GetValue(_similarity),
            Threads = arguments.GetValue(_threads),
            Ranks = Terminal.Ranks.Group,
            Seed = arguments.GetValue(_seed),
        };
        if (ShowProgress(display => LabelAudit.Run(form.Texts, options, display, Terminal.Interrupted)) is not { } report)
        {
            Terminal.Note($"stopped before all folds were judged");
            return ExitCode.Cancelled;
        }

        if (!Terminal.Ranks.IsFirst) return ExitCode.Success;
        NearDuplicateReport? between = others is null ? null : NearDuplicates.Find(
            form.Texts,
            others,
            new NearDuplicateOptions { Threshold = options.DuplicateThreshold, Threads = options.Threads },
            Terminal.Interrupted);
        string? csv = arguments.GetValue(_csv);
        if (csv is not null) OutputFile.Write(csv, stream => CorrectionTable.Write(stream, report));
        string? page = arguments.GetValue(_report);
        if (page is not null) AuditPage.Save(page, Path.GetFileName(_data.PathOf(arguments)), form.Texts, report, others, between);
        PrintResult(
            arguments.GetValue(_json),
            () => DoctorJson.Of(form, report, others, between),
            () => Print(form, report, between, csv, page));
        return ExitCode.Success;
    }

    private void Print(ReadForm form, LabelAuditReport report, NearDuplicateReport? between, string? csv, string? page)
    {
        Terminal.Print($"{form.Form}, {form.Texts.SkippedCount} texts skipped");
        Terminal.Print($"{report}");
        if (between is not null) Terminal.Print($"{between}");
        if (page is not null) Terminal.Print($"report saved to {page}");
        if (csv is not null) Terminal.Print($"saved to {csv}; fill in the column 'corrected', then pass --apply {csv} --output FILE");
    }
}
