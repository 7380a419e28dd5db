using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Samples.Sentiment;

/// <summary>The command line: its options, and the job they select.</summary>
internal sealed class SentimentCommand : RootCommand
{
    private static readonly TrainingOptions _defaults = new();

    private readonly Option<string?> _data = new("--data")
    {
        Description = "labeled texts to train on: label<TAB>text, 'label text', fastText's __label__x text, "
            + "or a .csv with a header; also in gzip. By default: reviews inside this sample",
    };

    private readonly Option<string?> _test = new("--test") { Description = "labeled texts to test on; by default, a quarter of the data is held out" };
    private readonly Option<string> _encoding = new("--encoding") { Description = "utf8 or latin1", DefaultValueFactory = _ => "utf8" };
    private readonly Option<int?> _folds = new("--folds") { Description = "cross-validate with this many folds" };

    private readonly Option<int> _seeds = new("--seeds")
    {
        Description = "train and test with this many seeds, and print the mean",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> _architecture = new("--architecture")
    {
        Description = $"{Architecture.Names}; the default is one-hot, with --vectors one-hot+static",
    };

    private readonly Option<string?> _vectors = new("--vectors")
    {
        Description = "file of word vectors: word2vec text or binary, GloVe, fastText .vec; also in gzip",
    };

    private readonly Option<int[]?> _width = new("--widths", "--width")
    {
        Description = "widths of the filters' windows in words, separated by commas (with an embedding, of the filters over it); "
            + "the default is 1,2,3, over random vectors 3,4,5",
        CustomParser = Widths,
    };

    private readonly Option<int?> _filters = new("--filters") { Description = "filters of each width; the default is 100" };
    private readonly Option<string> _optimizer = new("--optimizer")
    {
        Description = "adagrad, adadelta, adam or sgd",
        DefaultValueFactory = _ => "adagrad",
    };

    private readonly Option<double?> _rate = new("--learning-rate") { Description = "the default is the optimizer's own" };
    private readonly Option<int?> _batch = new("--batch") { Description = "texts per step; the default is 1, with a trained embedding 10" };
    private readonly Option<double> _dropout = new("--dropout")
    {
        Description = "fraction of the features dropped in training",
        DefaultValueFactory = _ => _defaults.Dropout,
    };

    private readonly Option<double?> _maxNorm = new("--max-norm") { Description = "largest norm of a row of V; no bound by default" };
    private readonly Option<int> _networks = new("--networks")
    {
        Description = "networks whose logits are averaged",
        DefaultValueFactory = _ => _defaults.Networks,
    };

    private readonly Option<string?> _checkpoint = new("--checkpoint") { Description = "save the training state in this file, and resume from it" };

    private readonly Option<int?> _epochs = new("--epochs")
    {
        Description = "passes over the training texts; by default from 3 (many texts) to 20 (few texts)",
    };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "threads for folds, networks and batches",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<ulong> _seed = new("--seed") { Description = "seed of all random numbers", DefaultValueFactory = _ => _defaults.Seed };
    private readonly Option<string?> _json = new("--json") { Description = "file to write accuracy, times and settings to" };

    public SentimentCommand()
        : base("Trains a text classifier on labeled texts, and evaluates it on held-out ones.")
    {
        foreach (Option option in Switches())
            Add(option);
        SetAction(Run);
    }

    private Option[] Switches() =>
    [
        _data, _test, _encoding, _folds, _seeds, _architecture, _vectors, _width, _filters, _optimizer, _rate, _batch, _dropout, _maxNorm, _networks,
        _epochs, _checkpoint, _threads, _seed, _json,
    ];

    private int Run(ParseResult arguments)
    {
        var options = _defaults with
        {
            Network = Architecture.Create(
                arguments.GetValue(_architecture),
                arguments.GetValue(_vectors),
                arguments.GetResult(_width) is null ? null : arguments.GetValue(_width),
                arguments.GetValue(_filters)),
            Optimizer = OptimizerNames.Create(arguments.GetValue(_optimizer)!, arguments.GetValue(_rate)),
            BatchSize = arguments.GetValue(_batch),
            Dropout = arguments.GetValue(_dropout),
            MaxNorm = arguments.GetValue(_maxNorm),
            Networks = arguments.GetValue(_networks),
            Epochs = arguments.GetValue(_epochs),
            Checkpoint = arguments.GetValue(_checkpoint),
            Threads = arguments.GetValue(_threads),
            Seed = arguments.GetValue(_seed),
        };
        string? json = arguments.GetValue(_json);
        if (json is not null) CheckWritable(json);
        LabeledTextFileOptions form = new() { Encoding = EncodingOf(arguments.GetValue(_encoding)!) };
        string? data = arguments.GetValue(_data);
        string? test = arguments.GetValue(_test);
        IReadOnlyList<LabeledText> texts = data is null ? EmbeddedReviews.Read() : LabeledTextFile.Read(data, form);

        int seeds = arguments.GetValue(_seeds);
        if (seeds < 1) throw new ArgumentException($"--seeds is {seeds}; at least 1 was expected");
        if (arguments.GetValue(_folds) is not null && (test is not null || seeds > 1))
            throw new ArgumentException($"--folds and {(test is null ? "--seeds" : "--test")} exclude each other; pass one of them");
        Figures? figures;
        if (arguments.GetValue(_folds) is { } folds)
        {
            figures = Jobs.CrossValidate(texts, folds, options);
        }
        else
        {
            TextSplit split = test is null ? StratifiedSplit.HoldOut(texts, 0.25, options.Seed) : WithTest(texts, test, form);
            figures = seeds == 1 ? Jobs.TrainAndTest(split, options) : Jobs.OverSeeds(split, seeds, options);
        }

        if (figures is null) return ExitCode.Cancelled;
        if (json is not null) figures.Write(json, options);
        return ExitCode.Success;
    }

    /// <summary>Training texts with a file to test on. Labels that the training texts lack are reported before training.</summary>
    private static TextSplit WithTest(IReadOnlyList<LabeledText> texts, string test, LabeledTextFileOptions form)
    {
        LabeledTexts heldOut = LabeledTextFile.Read(test, form);
        string[] known = [.. texts.SelectMany(text => text.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (string label in heldOut.SelectMany(text => text.Labels))
        {
            if (!known.Contains(label))
            {
                throw new InvalidDataException(
                    $"{test} has the label '{label}'; the training texts have {string.Join(", ", known.Take(10).Select(one => $"'{one}'"))}");
            }
        }

        return new TextSplit(texts, heldOut);
    }

    /// <summary>Reports a file that can't be written before training, not after it.</summary>
    private static void CheckWritable(string json)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(json));
        if (folder is not null && !Directory.Exists(folder)) throw new DirectoryNotFoundException($"there is no folder {folder} to write {json} to");
        using FileStream opened = new(json, FileMode.OpenOrCreate, FileAccess.Write);
    }

    private static string EncodingOf(string name) => name.ToUpperInvariant() switch
    {
        "UTF8" or "UTF-8" => "utf-8",
        "LATIN1" or "LATIN-1" or "ISO-8859-1" => "latin1",
        _ => throw new ArgumentException($"'{name}' is not a known encoding; utf8 or latin1 was expected"),
    };

    private static int[]? Widths(ArgumentResult argument)
    {
        string given = string.Join(',', argument.Tokens.Select(token => token.Value));
        string[] numbers = given.Split(',');
        int[] widths = [.. numbers.Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int width) ? width : -1)];
        if (widths.Contains(-1)) argument.AddError($"--widths is '{given}'; whole numbers separated by commas were expected, such as 1,2,3");
        return widths;
    }
}
