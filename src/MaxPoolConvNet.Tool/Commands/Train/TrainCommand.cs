using System.CommandLine;
using MaxPoolConvNet.English;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Report.Data;
using MaxPoolConvNet.Tool.Report.Html;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command train.</summary>
internal sealed class TrainCommand : ToolCommand
{
    private readonly DataSwitches _data = new();
    private readonly HeldOutSwitches _heldOut = new();
    private readonly TrainingSwitches _training = new();

    private readonly FileSwitch _model = new("--model", FileUse.Output)
    {
        Description = "file to save the classifier to, as safetensors; overwrites an existing file",
        HelpName = "FILE",
        Required = true,
    };

    private readonly ChoiceSwitch<WeightFormat?> _precision = PrecisionSwitch.Create();

    private readonly SizeSwitch _maxSize = new(
        "--max-size", "largest model file, such as 1.5MB: fewer bits, weights and words, which costs accuracy");

    private readonly Option<bool> _byReference = new("--vectors-by-reference")
    {
        Description = $"with --vectors {EnglishVectors.Name}: a smaller model file, which refers to the vectors that maxpool brings",
    };

    private readonly Option<bool> _acceptance = new("--acceptance")
    {
        Description = "find out which predictions to accept, for predict --max-error; trains two to three times as long",
    };

    private readonly Option<bool> _rememberTexts = new("--remember-texts")
    {
        Description = "keep a hash of each training text in the model, so that compare can say which texts it was trained on",
    };

    private readonly FileSwitch _continue = new("--continue", FileUse.Input)
    {
        Description = "train this classifier further (same network and tokenizer); for few texts, --learning-rate 0.01 to 0.02",
        HelpName = "MODEL",
    };

    private readonly FileSwitch _withOld = new("--with-old", FileUse.Input)
    {
        Description = "with --continue: also train on these texts, in DATA's format, so that no label is forgotten",
        HelpName = "FILE",
    };

    private readonly FileSwitch _checkpoint = new("--checkpoint", FileUse.Output)
    {
        Description = "save the training state to this file after each epoch, and resume from it if it exists",
        HelpName = "FILE",
    };

    private readonly FileSwitch _report = ReportSwitch.Create();
    private readonly Option<bool> _json = JsonSwitch.Create();

    public TrainCommand(ToolConsole console)
        : base("train", "Trains a classifier, saves it, and tests it on held-out texts.", console)
    {
        _data.AddTo(this);
        Add(_model);
        _heldOut.AddTo(this);
        _training.AddTo(this);
        Option[] others = [_precision, _maxSize, _byReference, _acceptance, _rememberTexts, _continue, _withOld, _checkpoint, _json];
        foreach (Option option in others)
            Add(option);
        Add(_report);
    }

    public override string[] Examples =>
    [
        "maxpool train reviews.csv --model reviews.safetensors",
        "maxpool train survey.csv --label-column verdict --text-column title,comment --model survey.safetensors",
        "maxpool train reviews.csv --model reviews.safetensors --test test.csv --tokenizer subwords --report test.html",
        "maxpool train new.csv --continue reviews.safetensors --with-old reviews.csv --model grown.safetensors",
    ];

    public override string[] UsualSwitches =>
        ["--model", "--label-column", "--text-column", "--test", "--hold-out", "--tokenizer", "--vectors", "--report"];

    protected override bool SharesWork => true;

    protected override int Run(ParseResult arguments)
    {
        TrainingOptions options = _training.Read(arguments) with
        {
            Ranks = Terminal.Ranks.Group,
            Checkpoint = arguments.GetValue(_checkpoint),
            Acceptance = arguments.GetValue(_acceptance),
            RememberTexts = arguments.GetValue(_rememberTexts),
            Compact = _precision.Read(arguments) is null,
        };
        WordVectors? referenced = Referenced(arguments, options);
        VectorNotes.Write(Terminal, options);
        string model = arguments.GetValue(_model)!;
        bool json = arguments.GetValue(_json);
        TextClassifier? start = Start(arguments);
        TextSplit split = _heldOut.Split(_data, arguments, options.Seed, Terminal, out ReadForm form);
        LabeledText[] old = arguments.GetValue(_withOld) is { } path ? [.. _data.Read(path, arguments, Terminal).Texts] : [];
        split = new TextSplit([.. split.Training, .. old], split.HeldOut);
        var labels = new LabelTable(split.Training);
        string[] withoutTexts = ContinuedLabels.WithoutTexts(start, labels);
        if (!json) Terminal.Print($"{form}");
        if (!json) Terminal.Print($"{split.Training.Count} training texts ({labels}), {split.HeldOut.Count} held-out texts");
        ContinuedLabels.WriteNote(Terminal, withoutTexts);

        if (Train(new Trainer(options), start, split.Training) is not { } result)
        {
            Terminal.Note($"stopped before the end of the first epoch; no model was saved");
            return ExitCode.Cancelled;
        }

        bool stopped = result.StopReason == StopReason.Cancelled;
        RankFigures[] ranks = RankFigures.Gather(Terminal.Ranks, result);
        if (!Terminal.Ranks.IsFirst) return stopped ? ExitCode.Cancelled : ExitCode.Success;
        if (stopped) Terminal.Note($"stopped; the classifier was trained for {result.BestEpoch} full epochs");
        TextClassifier classifier = Small(result, split.Training, arguments.GetValue(_maxSize));
        ModelFiles.Save(classifier, model, _precision.Read(arguments), referenced, TrainingSettings.ToJson(result.Options));
        if (Test(arguments, split, labels, form, result, classifier, ranks) is not { } outcome)
        {
            Terminal.Note($"stopped before the test on held-out texts; the classifier is saved to {model}");
            return ExitCode.Cancelled;
        }

        if (outcome.Report is { } page) ReportPage.Save(page, outcome.ToReport(_data.PathOf(arguments)));
        PrintResult(json, () => outcome.ToJson(old.Length, withoutTexts), () => outcome.Print(Terminal));
        return stopped ? ExitCode.Cancelled : ExitCode.Success;
    }

    /// <summary>The vectors that the model file refers to; null if it contains them.</summary>
    private WordVectors? Referenced(ParseResult arguments, TrainingOptions options)
    {
        if (!arguments.GetValue(_byReference)) return null;
        return options.Network.Embedding is { Vectors: { Name: EnglishVectors.Name } vectors, Kind: EmbeddingKind.Static }
            ? vectors
            : throw new ArgumentException(
                $"--vectors-by-reference is for --vectors {EnglishVectors.Name} and filters over static vectors, such as the default");
    }

    /// <summary>The trained classifier, made as small as asked for.</summary>
    private static TextClassifier Small(TrainingResult result, IReadOnlyList<LabeledText> texts, long? bytes)
    {
        if (bytes is not { } most) return result.Classifier;
        if (!result.Options.Compact) throw new ArgumentException("--max-size is for --precision 8");
        long left = most - ModelFiles.BytesOf(TrainingSettings.ToJson(result.Options));
        return result.Classifier.Compact(texts, left, CancellationToken.None);
    }

    /// <summary>The classifier to train further; null for a new one.</summary>
    private TextClassifier? Start(ParseResult arguments)
    {
        if (arguments.GetValue(_continue) is not { } path)
        {
            return arguments.GetValue(_withOld) is null
                ? null
                : throw new ArgumentException("--with-old is for --continue, which trains a classifier further");
        }

        return _training.FirstGivenForNewNetwork(arguments) is { } given
            ? throw new ArgumentException($"{given} is for a new network; --continue keeps the network of {path}")
            : ModelFiles.Load(path);
    }

    /// <returns>The outcome with its test; null if Ctrl+C stopped the test. If Ctrl+C stopped the training, the test still runs.</returns>
    private TrainingOutcome? Test(
        ParseResult arguments,
        TextSplit split,
        LabelTable labels,
        ReadForm form,
        TrainingResult result,
        TextClassifier classifier,
        RankFigures[] ranks)
    {
        CancellationToken interrupted = result.StopReason == StopReason.Cancelled ? CancellationToken.None : Terminal.Interrupted;
        try
        {
            return new TrainingOutcome(arguments.GetValue(_model)!, split, labels, result, classifier, interrupted)
            {
                Report = arguments.GetValue(_report),
                Form = form,
                Ranks = ranks,
            };
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <returns>The result of the training; null if Ctrl+C stopped it in the first epoch.</returns>
    private TrainingResult? Train(Trainer trainer, TextClassifier? start, IReadOnlyList<LabeledText> texts) => ShowProgress(display =>
        start is null
        ? trainer.Train(texts, display, Terminal.Interrupted)
        : trainer.Continue(start, texts, display, Terminal.Interrupted));
}
