using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>Random texts of one length, as many as reach into the rare words, with random labels of two; the same for all that is measured.</summary>
internal static class ZipfTexts
{
    private const ulong Seed = 1;
    private const int LeastTexts = 500;
    private const int LeastWords = 100_000;

    public static EncodedTexts Of(Sizes sizes)
    {
        var ids = new ZipfIds(sizes.Vocabulary, Seed);
        string[] words = [.. Enumerable.Range(0, sizes.Vocabulary).Select(id => FormattableString.Invariant($"w{id}"))];
        int count = Math.Max(LeastTexts, LeastWords / sizes.Words);
        LabeledText[] texts =
        [
            .. Enumerable.Range(0, count).Select(text => new LabeledText(
                Label(text), string.Join(' ', Enumerable.Range(text * sizes.Words, sizes.Words).Select(place => words[ids.At(place)])))),
        ];
        var encoder = new TextEncoder(new WhitespaceTokenizer(), Vocabulary.FromWords(words));
        return new EncodedTexts(texts, encoder, new LabelSet(["0", "1"]), "random");
    }

    private static string Label(int text) => new CounterRandom(Seed + 1).Below(2, (ulong)text) == 0 ? "0" : "1";
}
