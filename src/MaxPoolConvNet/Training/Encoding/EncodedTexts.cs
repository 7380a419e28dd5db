using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Texts as the network sees them: the word ids of all texts, one text after the other, and their targets.</summary>
internal sealed class EncodedTexts
{
    /// <summary>The most words of a text: even with padding, windows can be counted in single precision.</summary>
    private const int MostWords = TextPass<float>.MostWords - 1_000;

    // the words of a block of texts share an array: one for all would have to grow, with twice its memory
    private readonly int[][] _blocks;
    private readonly int[] _ends; // of each text, in its block
    private readonly Target[] _targets;

    /// <param name="texts">The texts.</param>
    /// <param name="encoder">Converts a text to word ids.</param>
    /// <param name="labels">The labels to predict.</param>
    /// <param name="name">Which texts they are, for messages.</param>
    /// <param name="weights">The factors of the errors; null if all are 1.</param>
    /// <param name="division">The ranks and threads that read the texts; null for this thread alone.</param>
    /// <exception cref="ArgumentException">A text has too many words, or its labels don't fit.</exception>
    public EncodedTexts(
        IReadOnlyList<LabeledText> texts,
        TextEncoder encoder,
        LabelSet labels,
        string name,
        ErrorWeights? weights = null,
        TextDivision? division = null)
    {
        Weights = weights;
        _ends = new int[texts.Count];
        _blocks = new int[Chunks.Count(texts.Count, TextDivision.TextsPerBlock)][];
        division ??= new TextDivision(null, threads: 1);
        division.ForEachOwn(texts.Count, (block, _) => _blocks[block] = Encode(texts, block, encoder));
        for (int block = 0; block < _blocks.Length; block++)
        {
            Span<int> ends = Ends(block);
            int[] read = division.Exchange(block, _blocks[block]);
            read.AsSpan(0, ends.Length).CopyTo(ends);
            _blocks[block] = read[ends.Length..];
        }

        WordCount = _blocks.Sum(block => (long)block.Length);
        int unknown = encoder.Vocabulary.UnknownId ?? -1;
        _targets = new Target[texts.Count];
        for (int t = 0; t < texts.Count; t++)
        {
            ReadOnlySpan<int> words = WordIds(t);
            if (words.Length > MostWords)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"{name} text {t + 1} has {words.Length:N0} words; at most {MostWords:N0} were expected"));
            }

            if (!words.ContainsAnyExcept(unknown)) WithoutWords++;
            _targets[t] = labels.TargetOf(texts[t], name, t);
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
        int first = text % TextDivision.TextsPerBlock == 0 ? 0 : _ends[text - 1];
        return _blocks[text / TextDivision.TextsPerBlock].AsSpan(first.._ends[text]);
    }

    public Target Target(int text) => _targets[text];

    /// <summary>Makes the memory of the words available; the texts can't be read any more.</summary>
    public void Release() => Array.Clear(_blocks);

    /// <summary>Prefetches the words and the target of a text.</summary>
    public unsafe void Prefetch(int text)
    {
        ReadOnlySpan<int> words = WordIds(text);
        MaxPoolConvNet.Prefetch.Read((nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(words)), words.Length * sizeof(int));
        MaxPoolConvNet.Prefetch.Read((nint)Unsafe.AsPointer(ref _targets[text]), 1);
    }

    /// <summary>Returns the ends of a block's texts, followed by their words.</summary>
    private int[] Encode(IReadOnlyList<LabeledText> texts, int block, TextEncoder encoder)
    {
        var encoded = new EncodedText();
        var words = new List<int>();
        Span<int> ends = Ends(block);
        for (int t = 0; t < ends.Length; t++)
        {
            encoder.Encode(texts[(block * TextDivision.TextsPerBlock) + t].Text, encoded);
            words.AddRange(encoded.WordIds);
            ends[t] = words.Count;
        }

        return [.. ends, .. words];
    }

    private Span<int> Ends(int block) => _ends.AsSpan(Chunks.Of(block, _ends.Length, TextDivision.TextsPerBlock));
}
