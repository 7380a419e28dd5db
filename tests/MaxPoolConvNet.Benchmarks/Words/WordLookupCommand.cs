using System.CommandLine;
using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Words;

/// <summary>
/// From words to ids: the vocabulary's own table beside a dictionary and a frozen dictionary that are asked by span. 20,000 words, looked up
/// as often as Zipf's law has it, a tenth of what is looked up unknown. Alone, and between reads of the words' rows of 20 MB, as a prediction
/// makes them.
/// </summary>
internal sealed class WordLookupCommand : Command
{
    private const int Sought = 100_000;
    private const int UnknownOneIn = 10;

    private readonly Option<int> _words = new("--words") { Description = "words of the vocabulary", DefaultValueFactory = _ => 20_000 };
    private readonly Option<int> _rounds = new("--rounds") { Description = "measured rounds", DefaultValueFactory = _ => 101 };

    private readonly Option<double> _roundSeconds = new("--round-seconds")
    {
        Description = "how long each figure is measured in a round", DefaultValueFactory = _ => 0.005,
    };

    public WordLookupCommand()
        : base("word-lookup", "from words to ids: the vocabulary's table beside dictionaries")
    {
        foreach (Option option in new Option[] { _words, _rounds, _roundSeconds })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        int count = arguments.GetValue(_words);
        int rounds = arguments.GetValue(_rounds);
        double roundSeconds = arguments.GetValue(_roundSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, "--words");
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1, "--rounds");
        ArgumentOutOfRangeException.ThrowIfLessThan(roundSeconds, 0, "--round-seconds");
        string[] words = PseudoWords.Of(2 * count);
        string[] unknown = words[count..];
        words = words[..count];
        SoughtWords sought = Draw(words, unknown);

        var index = new WordIndexLookup(WordIndexLookup.Build(words));
        var dictionary = new DictionaryLookup(DictionaryLookup.Build(words));
        var frozen = new FrozenDictionaryLookup(FrozenDictionaryLookup.Build(words));
        var rows = new WordRows(count);
        CheckEqual(sought.SumOfIds(index, null), sought.SumOfIds(dictionary, null), sought.SumOfIds(frozen, null));

        IReadOnlyList<Timing> timings = SideBySide.Measure(
            rounds,
            roundSeconds,
            () => sought.SumOfIds(index, null),
            () => sought.SumOfIds(dictionary, null),
            () => sought.SumOfIds(frozen, null),
            () => sought.SumOfIds(index, rows),
            () => sought.SumOfIds(dictionary, rows),
            () => sought.SumOfIds(frozen, rows),
            () => WordIndexLookup.Build(words),
            () => DictionaryLookup.Build(words),
            () => FrozenDictionaryLookup.Build(words));
        string sample = $"{count} words, {Sought} looked up, 1 in {UnknownOneIn} unknown";
        Markdown.Line($"{Machine.Description}; {sample}; medians (and least) of {rounds} rounds in turn");
        Markdown.Line();
        Markdown.Head("", "WordIndex", "Dictionary", "FrozenDictionary", "Dictionary / WordIndex", "FrozenDictionary / WordIndex");
        Print("look-up alone, ns a word", timings, 0, 1e9 / Sought);
        Print("look-up and reading of rows, ns a word", timings, 3, 1e9 / Sought);
        Print("building, ms", timings, 6, 1e3);
    }

    private static SoughtWords Draw(string[] words, string[] unknown)
    {
        var known = new ZipfIds(words.Length, seed: 1);
        var others = new ZipfIds(unknown.Length, seed: 2);
        var random = new CounterRandom(3);
        return new SoughtWords(
        [
            .. Enumerable.Range(0, Sought)
                .Select(at => random.Below(UnknownOneIn, (ulong)at) == 0 ? unknown[others.At(at)] : words[known.At(at)]),
        ]);
    }

    private static void CheckEqual(params ReadOnlySpan<long> sums)
    {
        if (sums.ContainsAnyExcept(sums[0]))
            throw new InvalidOperationException($"the sums of ids differ: {string.Join(", ", sums.ToArray())}");
    }

    private static void Print(string name, IReadOnlyList<Timing> timings, int first, double factor) => Markdown.Row(
        name,
        Figure(timings[first], factor),
        Figure(timings[first + 1], factor),
        Figure(timings[first + 2], factor),
        Ratio(timings[first + 1], timings[first]),
        Ratio(timings[first + 2], timings[first]));

    private static string Figure(Timing timing, double factor) =>
        $"{Markdown.Number(timing.Median * factor)} ({Markdown.Number(timing.Least * factor)})";

    private static string Ratio(Timing one, Timing other) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Median / other.Median:F2} ({one.Least / other.Least:F2})");
}
