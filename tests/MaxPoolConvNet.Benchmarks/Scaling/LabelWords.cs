using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>Texts of seven random words: three of the six words that belong to the label, and four of the most common words.</summary>
internal sealed class LabelWords
{
    private const int CommonWords = 300;
    private const int OtherWords = 7_700;

    private readonly int[][] _own;

    public LabelWords(int labels)
    {
        var random = new Random(3);
        _own = [.. Enumerable.Range(0, labels).Select(_ => Enumerable.Range(0, 6).Select(_ => CommonWords + random.Next(OtherWords)).ToArray())];
    }

    /// <summary>Makes texts, about as many of each label.</summary>
    public LabeledText[] Make(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(text => Of(text % _own.Length, random))];
    }

    private LabeledText Of(int label, Random random)
    {
        int[] own = [.. _own[label]];
        random.Shuffle(own);
        int[] words = [.. own[..3], .. Enumerable.Range(0, 4).Select(_ => (int)(CommonWords * random.NextDouble() * random.NextDouble()))];
        random.Shuffle(words);
        return new LabeledText($"label-{label}", string.Join(' ', words.Select(word => $"w{word}")));
    }
}
