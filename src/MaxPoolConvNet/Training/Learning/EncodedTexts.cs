using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Texts as the network sees them: the word ids of all texts, one text after the other, and their targets.</summary>
internal sealed class EncodedTexts
{
    /// <summary>The most words of a text: even with padding, windows can be counted in single precision.</summary>
    private const int MostWords = TextPass<float>.MostWords - 1_000;

    /// <summary>The number of texts after which the number of words of all is estimated.</summary>
    private const int FirstTexts = 1_000;

    private readonly List<int> _wordIds = [];
    private readonly int[] _starts;
    private readonly Target[] _targets;

    public EncodedTexts(IReadOnlyList<LabeledText> texts, TextEncoder encoder, LabelSet labels, string name, ErrorWeights? weights = null)
    {
        Weights = weights;
        _starts = new int[texts.Count + 1];
        _targets = new Target[texts.Count];
        var encoded = new EncodedText();
        for (int t = 0; t < texts.Count; t++)
        {
            encoder.Encode(texts[t].Text, encoded);
            if (encoded.WordIds.Length > MostWords)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"{name} text {t + 1} has {encoded.WordIds.Length:N0} words; at most {MostWords:N0} were expected"));
            }

            // a list that grows by doubling would take several times the memory of what it holds
            if (t == FirstTexts) _wordIds.EnsureCapacity((int)Math.Min((long)_wordIds.Count * texts.Count / t * 11 / 10, Array.MaxLength));
            _wordIds.AddRange(encoded.WordIds);
            if (encoded.KnownWords == 0) WithoutWords++;
            _starts[t + 1] = _wordIds.Count;
            _targets[t] = labels.TargetOf(texts[t], name, t);
        }
    }

    /// <summary>The number of texts.</summary>
    public int Count => _targets.Length;

    /// <summary>The number of words of all texts.</summary>
    public int WordCount => _wordIds.Count;

    /// <summary>The number of texts without a known word.</summary>
    public int WithoutWords { get; }

    /// <summary>The factors of the errors; null if all are 1.</summary>
    public ErrorWeights? Weights { get; }

    public ReadOnlySpan<int> WordIds(int text) => CollectionsMarshal.AsSpan(_wordIds)[_starts[text].._starts[text + 1]];

    public Target Target(int text) => _targets[text];
}
