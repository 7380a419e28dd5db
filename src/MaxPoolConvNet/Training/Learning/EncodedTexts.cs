using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Texts as the network sees them: the word ids of all texts, one text after the other, and their targets.</summary>
internal sealed class EncodedTexts
{
    /// <summary>The most words of a text: even with padding, windows can be counted in single precision.</summary>
    private const int MostWords = TextPass<float>.MostWords - 1_000;

    /// <summary>The number of texts whose words share an array: one for all would have to grow, with twice its memory.</summary>
    private const int TextsPerBlock = 1_024;

    private readonly int[][] _blocks;
    private readonly int[] _ends; // of each text, in its block
    private readonly Target[] _targets;

    public EncodedTexts(IReadOnlyList<LabeledText> texts, TextEncoder encoder, LabelSet labels, string name, ErrorWeights? weights = null)
    {
        Weights = weights;
        _ends = new int[texts.Count];
        _targets = new Target[texts.Count];
        _blocks = new int[(texts.Count + TextsPerBlock - 1) / TextsPerBlock][];
        var encoded = new EncodedText();
        var block = new List<int>();
        for (int t = 0; t < texts.Count; t++)
        {
            encoder.Encode(texts[t].Text, encoded);
            if (encoded.WordIds.Length > MostWords)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"{name} text {t + 1} has {encoded.WordIds.Length:N0} words; at most {MostWords:N0} were expected"));
            }

            block.AddRange(encoded.WordIds);
            if (encoded.KnownWords == 0) WithoutWords++;
            WordCount += encoded.WordIds.Length;
            _ends[t] = block.Count;
            _targets[t] = labels.TargetOf(texts[t], name, t);
            if ((t + 1) % TextsPerBlock != 0 && t + 1 < texts.Count) continue;
            _blocks[t / TextsPerBlock] = [.. block];
            block.Clear();
        }
    }

    /// <summary>The number of texts.</summary>
    public int Count => _targets.Length;

    /// <summary>The number of words of all texts.</summary>
    public long WordCount { get; }

    /// <summary>The number of texts without a known word.</summary>
    public int WithoutWords { get; }

    /// <summary>The factors of the errors; null if all are 1.</summary>
    public ErrorWeights? Weights { get; }

    public ReadOnlySpan<int> WordIds(int text)
    {
        int first = text % TextsPerBlock == 0 ? 0 : _ends[text - 1];
        return _blocks[text / TextsPerBlock].AsSpan(first.._ends[text]);
    }

    public Target Target(int text) => _targets[text];
}
