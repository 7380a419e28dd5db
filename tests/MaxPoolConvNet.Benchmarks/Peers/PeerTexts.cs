using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>The texts that all sides train on and predict: the same words, ids and labels, in the same batches.</summary>
internal sealed class PeerTexts
{
    /// <summary>Texts of a training step.</summary>
    public const int BatchSize = 50;

    private readonly int[] _order;

    public PeerTexts(IReadOnlyList<LabeledText> texts)
    {
        var tokenizer = new WhitespaceTokenizer();
        var vocabulary = Vocabulary.Build(texts.Select(text => text.Text), tokenizer);
        Words = vocabulary.Count;
        Encoded = new EncodedTexts(texts, new TextEncoder(tokenizer, vocabulary), TrainingLabels.Of(texts, LabelsPerText.One), "benchmark");
        _order = [.. Enumerable.Range(0, Encoded.Count)];
        new CounterRandom(1).Shuffle<int>(_order);
    }

    /// <summary>The texts as the library's trainer takes them.</summary>
    public EncodedTexts Encoded { get; }

    /// <summary>Words that have an id; the id after them is that of padding, where texts are padded.</summary>
    public int Words { get; }

    /// <summary>All texts in a random order.</summary>
    public IReadOnlyList<int> Order => _order;

    /// <exception cref="ArgumentException">The texts have other than two labels, or are fewer than a batch.</exception>
    public static PeerTexts Read(string path, string encoding)
    {
        IReadOnlyList<LabeledText> texts = TokenizedTexts.Of(LabeledTextFile.Read(path, new LabeledTextFileOptions { Encoding = encoding }));
        if (texts.Count < BatchSize) throw new ArgumentException($"{path} has {texts.Count} texts; at least {BatchSize} were expected");
        int labels = texts.SelectMany(text => text.Labels).Distinct().Count();
        return labels == 2 ? new PeerTexts(texts) : throw new ArgumentException($"{path} has {labels} labels; two were expected");
    }

    /// <summary>The first batches of <see cref="Order"/>.</summary>
    public IReadOnlyList<int[]> Batches(int most) => [.. _order.Chunk(BatchSize).Where(batch => batch.Length == BatchSize).Take(most)];

    /// <summary>A text's word ids.</summary>
    public int[] WordIds(int text) => Encoded.WordIds(text).ToArray();

    /// <summary>1 for a text of class 1, else 0.</summary>
    public float Label(int text) => Encoded.Target(text).Class;
}
