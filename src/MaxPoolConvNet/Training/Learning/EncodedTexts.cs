using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Texts as the network sees them: the ids of all words, one text after the other, and the labels.</summary>
internal sealed class EncodedTexts
{
    /// <summary>With room for the padding of any width, windows can be counted in single precision.</summary>
    private const int MostWords = TextPass<float>.MostWords - 1_000;

    private readonly int[] _wordIds;
    private readonly int[] _starts;
    private readonly int[] _labels;

    public EncodedTexts(IReadOnlyList<LabeledText> texts, TextEncoder encoder, LabelSet labels, string name)
    {
        var ids = new List<int>();
        _starts = new int[texts.Count + 1];
        _labels = new int[texts.Count];
        var encoded = new EncodedText();
        for (int t = 0; t < texts.Count; t++)
        {
            encoder.Encode(texts[t].Text, encoded);
            if (encoded.WordIds.Length > MostWords)
                throw new ArgumentException(FormattableString.Invariant($"{name} text {t + 1} has {encoded.WordIds.Length:N0} words; at most {MostWords:N0} were expected"));
            ids.AddRange(encoded.WordIds);
            if (encoded.KnownWords == 0) WithoutWords++;
            _starts[t + 1] = ids.Count;
            _labels[t] = labels.IndexOf(texts[t].Label, name, t);
        }

        _wordIds = [.. ids];
    }

    /// <summary>How many texts.</summary>
    public int Count => _labels.Length;

    /// <summary>Words of all texts.</summary>
    public int WordCount => _wordIds.Length;

    /// <summary>Texts of which no word is known.</summary>
    public int WithoutWords { get; }

    public ReadOnlySpan<int> WordIds(int text) => _wordIds.AsSpan(_starts[text].._starts[text + 1]);

    public int Label(int text) => _labels[text];
}
