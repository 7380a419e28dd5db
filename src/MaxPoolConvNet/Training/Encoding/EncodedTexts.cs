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
    /// <param name="division">The ranks and threads that read the texts; null for one thread.</param>
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
        int[] withoutWords = new int[_blocks.Length];
        BlockEncoder[] encoders = [.. Enumerable.Range(0, division.Workers).Select(_ => new BlockEncoder(encoder))];
        division.ForEachBlock(
            texts,
            (block, worker) => _blocks[block] = encoders[worker].Encode(
                texts, TextDivision.Block(block, texts.Count), _ends, out withoutWords[block]),
            (block, stream) => Write(stream, block, withoutWords[block]),
            (block, stream) => withoutWords[block] = Read(stream, block));
        WithoutWords = withoutWords.Sum();
        WordCount = _blocks.Sum(block => (long)block.Length);
        _targets = new Target[texts.Count];
        for (int t = 0; t < texts.Count; t++)
        {
            if (WordIds(t).Length is > MostWords and var words)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"{name} text {t + 1} has {words:N0} words; at most {MostWords:N0} were expected"));
            }

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

    /// <summary>Writes what was read of a block of texts.</summary>
    private void Write(Stream stream, int block, int withoutWords)
    {
        stream.Write(MemoryMarshal.AsBytes<int>([withoutWords]));
        stream.Write(MemoryMarshal.AsBytes(Ends(block)));
        stream.Write(MemoryMarshal.AsBytes<int>(_blocks[block]));
    }

    /// <summary>Reads what another rank has read of a block of texts.</summary>
    /// <returns>The number of texts without words.</returns>
    private int Read(Stream stream, int block)
    {
        int withoutWords = 0;
        stream.ReadExactly(MemoryMarshal.AsBytes(new Span<int>(ref withoutWords)));
        stream.ReadExactly(MemoryMarshal.AsBytes(Ends(block)));
        _blocks[block] = new int[Ends(block)[^1]];
        stream.ReadExactly(MemoryMarshal.AsBytes(_blocks[block].AsSpan()));
        return withoutWords;
    }

    private Span<int> Ends(int block) => _ends.AsSpan(TextDivision.Block(block, _ends.Length));
}
