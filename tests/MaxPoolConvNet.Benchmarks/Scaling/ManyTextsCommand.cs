using System.CommandLine;
using System.Diagnostics;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>
/// A training with the defaults on many texts, whose words are as frequent as in a language; a word in seven belongs to the text's label.
/// </summary>
internal sealed class ManyTextsCommand : Command
{
    private const int TestTexts = 10_000;

    private readonly Option<int> _texts = new("--texts") { Description = "training texts", DefaultValueFactory = _ => 1_000_000 };
    private readonly Option<int> _words = new("--words") { Description = "words of a text", DefaultValueFactory = _ => 14 };
    private readonly Option<int> _vocabulary = new("--vocabulary") { Description = "different words", DefaultValueFactory = _ => 100_000 };
    private readonly Option<int> _labels = new("--labels") { Description = "labels", DefaultValueFactory = _ => 10 };
    private readonly Option<int> _epochs = new("--epochs") { Description = "passes over the texts", DefaultValueFactory = _ => 3 };
    private readonly Option<int?> _filters = new("--filters") { Description = "filters of each width; the library's default if it isn't given" };
    private readonly Option<int> _threads = new("--threads") { Description = "threads", DefaultValueFactory = _ => 2 };

    public ManyTextsCommand()
        : base("many-texts", "time and memory of a training on a million texts")
    {
        foreach (Option option in new Option[] { _texts, _words, _vocabulary, _labels, _epochs, _filters, _threads })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        (int words, int vocabulary, int labels) = (arguments.GetValue(_words), arguments.GetValue(_vocabulary), arguments.GetValue(_labels));
        LabeledText[] training = Make(arguments.GetValue(_texts), words, vocabulary, labels, seed: 1);
        LabeledText[] test = Make(TestTexts, words, vocabulary, labels, seed: 2);
        TrainingOptions options = new() { Epochs = arguments.GetValue(_epochs), Threads = arguments.GetValue(_threads) };
        if (arguments.GetValue(_filters) is { } filters) options.Network.Filters = [new(1, filters), new(2, filters), new(3, filters)];
        Markdown.Line($"{Machine.Description}; {training.Length:N0} texts of {words} words, {vocabulary:N0} different ones, {labels} labels, {options.Threads} threads");
        Markdown.Line();
        Markdown.Head("filters", "epochs", "seconds", "million words/s and network", "memory before, MB", "most memory, MB", "accuracy of new texts, %");
        using var process = Process.GetCurrentProcess();
        double before = process.WorkingSet64;
        TrainingResult result = new Trainer(options).Train(training);
        process.Refresh();
        double wordsPerNetwork = (double)training.Length * words * result.Epochs.Length;
        Markdown.Row(
            $"{result.Options.Network.Features}",
            $"{result.Epochs.Length}",
            Markdown.Number(result.TrainingTime.TotalSeconds),
            Markdown.Number(wordsPerNetwork * result.Options.Networks / result.TrainingTime.TotalSeconds / 1e6),
            $"{before / 1e6:N0}",
            $"{process.PeakWorkingSet64 / 1e6:N0}",
            Markdown.Number(100 * result.Classifier.Evaluate(test).Accuracy));
    }

    /// <summary>Makes texts, as many of each label.</summary>
    private static LabeledText[] Make(int count, int words, int vocabulary, int labels, ulong seed)
    {
        var ids = new ZipfIds(vocabulary, seed);
        var random = new CounterRandom(seed);
        var text = new int[words];
        return [.. Enumerable.Range(0, count).Select(Text)];

        LabeledText Text(int number)
        {
            int label = number % labels;
            for (int w = 0; w < words; w++)
            {
                int place = (number * words) + w;
                int id = ids.At(place);

                // of each run of words, as many as there are labels, one belongs to this label
                text[w] = random.Below(7, (ulong)place) > 0 ? id : Math.Min(vocabulary - 1, (id / labels * labels) + label);
            }

            return new LabeledText($"label-{label}", string.Join(' ', text.Select(id => $"w{id}")));
        }
    }
}
