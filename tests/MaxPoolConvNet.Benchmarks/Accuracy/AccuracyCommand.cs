using System.CommandLine;
using MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>
/// Accuracy on seven published sets beside other classifiers, all on the same texts and folds, nothing chosen on test data.
/// </summary>
internal sealed class AccuracyCommand : Command
{
    private readonly Option<string> _data = new("--data") { Description = "the folder of the data sets", Required = true };
    private readonly Option<string[]> _row = new("--row") { Description = "a system to measure, or several of them; without it all" };
    private readonly Option<string[]> _set = new("--set") { Description = "a set to measure on, or several of them; without it all" };
    private readonly Option<string?> _against = new("--against")
    {
        Description = "a row that the others are compared with, by a paired bootstrap over the texts tested on; without it none",
    };

    private readonly Option<string?> _resume = new("--resume") { Description = "a file that keeps every figure, and to go on from" };

    private readonly Option<string?> _vectors = new("--vectors")
    {
        Description = "word vectors for the row that takes them; without it vectors/glove.6B.50d.txt.gz in the data folder",
    };

    private readonly Option<string> _fastText = new("--program")
    {
        Description = "the fastText program", DefaultValueFactory = _ => FastTextRow.Installed,
    };

    private readonly Option<string> _python = new("--python")
    {
        Description = "a Python interpreter that has scikit-learn", DefaultValueFactory = _ => LinearSvcRow.Installed,
    };

    public AccuracyCommand()
        : base("accuracy", "accuracy on published data sets beside other classifiers")
    {
        foreach (Option option in new Option[] { _data, _row, _set, _against, _resume, _vectors, _fastText, _python })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        string folder = arguments.GetValue(_data)!;
        IReadOnlyList<IAccuracyRow> all = AccuracyRows.All(
            arguments.GetValue(_vectors) ?? Path.Combine(folder, "vectors", "glove.6B.50d.txt.gz"),
            arguments.GetValue(_fastText)!,
            arguments.GetValue(_python)!);
        IReadOnlyList<IAccuracyRow> rows = Chosen("--row", all, row => row.Name, arguments.GetValue(_row));
        IAccuracyRow? against = arguments.GetValue(_against) is { } name ? Chosen("--against", rows, row => row.Name, [name])[0] : null;
        IReadOnlyList<AccuracySet> chosen = Chosen("--set", AccuracySets.All, set => set.Name, arguments.GetValue(_set));
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder} to read data sets from.");
        AccuracySet[] sets = [.. chosen.Where(set => !set.MissingFrom(folder).Any())];
        if (sets.Length == 0)
        {
            string wanted = string.Join(", ", chosen.Select(set => $"{set.Name} ({string.Join(", ", set.Files)})"));
            throw new FileNotFoundException($"The folder {folder} has none of the sets {wanted}.");
        }

        foreach (AccuracySet missing in chosen.Except(sets))
            Console.Error.WriteLine($"{missing.Name} is skipped: {folder} lacks {string.Join(", ", missing.MissingFrom(folder))}");

        var run = new AccuracyRun(folder, new FigureFile(arguments.GetValue(_resume)), against);
        var cells = run.Measure(rows, sets);
        foreach (string line in AccuracyTable.Lines(rows, sets, cells))
            Console.WriteLine(line);
        foreach (string line in AccuracyTable.Compared(run.Compared))
            Console.WriteLine(line);
    }

    private static IReadOnlyList<T> Chosen<T>(string option, IReadOnlyList<T> all, Func<T, string> name, string[]? asked)
    {
        if (asked is null or []) return all;
        foreach (string one in asked)
        {
            if (!all.Any(item => name(item) == one))
                throw new ArgumentException($"{option} {one}: there is {string.Join(", ", all.Select(name))}");
        }

        return [.. all.Where(item => asked.Contains(name(item)))];
    }
}
