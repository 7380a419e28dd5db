using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Small sets of labeled texts whose answers are known.</summary>
internal static class ToyTexts
{
    private static readonly string[] _fillers = ["the", "film", "we", "saw", "on", "monday", "evening", "at", "home", "."];

    /// <summary>One word tells: "superb" or "dreadful" among fillers.</summary>
    public static LabeledText[] Separable(int count, ulong seed = 1) => Make(count, seed, (label, _) => label == 1 ? "superb" : "dreadful");

    /// <summary>
    /// Only the order tells: both texts of a pair consist of the same words, in one "not good", in the other "good not". No bag of words
    /// tells them apart.
    /// </summary>
    public static LabeledText[] WordOrder(int count, ulong seed = 1) => Make(count, seed, (label, _) => label == 1 ? "good not" : "not good");

    /// <summary>Nothing tells: a random word beside each label.</summary>
    public static LabeledText[] Noise(int count, ulong seed = 1) => Make(count, seed, (_, random) => _fillers[random.Below(_fillers.Length, 99)]);

    /// <summary>Texts of four words each, so that words are easy to count.</summary>
    public static LabeledText[] OfFourWords(int count) =>
        [.. Enumerable.Range(0, count).Select(t => new LabeledText(t % 2 == 0 ? "even" : "odd", $"a{t % 3} b{t % 5} c{t % 2} d"))];

    private static LabeledText[] Make(int count, ulong seed, Func<int, CounterRandom, string> signal) =>
        [.. Enumerable.Range(0, count).Select(t =>
        {
            // texts t and t + 1 have the same fillers and different labels
            CounterRandom random = new CounterRandom(seed).Stream((ulong)(t / 2));
            string Fillers(ulong stream, int words) =>
                string.Join(' ', Enumerable.Range(0, words).Select(at => _fillers[random.Stream(stream).Below(_fillers.Length, (ulong)at)]));
            string text = $"{Fillers(0, random.Below(5, 0))} {signal(t % 2, random.Stream((ulong)(t % 2)))} {Fillers(1, random.Below(5, 1))}";
            return new LabeledText(t % 2 == 1 ? "positive" : "negative", text.Trim());
        })];
}
