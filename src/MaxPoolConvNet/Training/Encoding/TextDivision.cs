using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Divides the reading of texts: each rank reads a part of them, by all of its threads, and gives it to the others.</summary>
internal sealed class TextDivision
{
    /// <summary>The number of texts that a thread reads at a time.</summary>
    public const int TextsPerBlock = 1_024;

    private readonly IRankGroup? _ranks;
    private readonly WorkSharing _sharing;

    /// <param name="ranks">The ranks; null for this process alone.</param>
    /// <param name="threads">The number of threads.</param>
    public TextDivision(IRankGroup? ranks, int threads)
    {
        _ranks = ranks is { Count: > 1 } ? ranks : null;
        _sharing = new WorkSharing(threads);
    }

    /// <summary>The number of threads that read.</summary>
    public int Workers => _sharing.Threads;

    /// <summary>Returns the texts of a block.</summary>
    public static Range Block(int block, int texts) => Chunks.Of(block, texts, TextsPerBlock);

    /// <summary>Reads texts in blocks.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="read">Reads a block that is this rank's, on the thread of the given number.</param>
    /// <param name="write">Writes what was read in a block.</param>
    /// <param name="receive">Receives what another rank has read in a block.</param>
    /// <exception cref="ArgumentException">Other ranks have other texts.</exception>
    public void ForEachBlock(
        IReadOnlyList<LabeledText> texts, Action<int, int> read, Action<int, Stream> write, Action<int, Stream> receive)
    {
        CheckSame(texts);
        int[] sizes = [.. Enumerable.Repeat(TextsPerBlock, Chunks.Count(texts.Count, TextsPerBlock))];
        RankedParts.Run(_ranks, sizes, own => _sharing.Run(own.Length, (piece, worker) => read(own[piece], worker)), write, receive);
    }

    /// <summary>Counts the words of texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="tokenizer">Splits the texts into words.</param>
    /// <exception cref="ArgumentException">Other ranks have other texts, or split them into other words.</exception>
    public WordCounts Count(IReadOnlyList<LabeledText> texts, ITokenizer tokenizer)
    {
        CheckSame(texts);
        if (_ranks is null) return CountPart(texts, tokenizer, 0, 1);
        CheckSameWords(texts, tokenizer);
        WordCounts own = CountPart(texts, tokenizer, _ranks.Rank, _ranks.Count);
        var all = new WordCounts();
        for (int rank = 0; rank < _ranks.Count; rank++)
        {
            MemoryStream? written = rank == _ranks.Rank ? new MemoryStream() : null;
            if (written is not null) own.Write(written);
            using MemoryStream counts = _ranks.Broadcast(written, rank);
            all.Read(counts);
        }

        return all;
    }

    /// <summary>Counts the words of every n-th block.</summary>
    private WordCounts CountPart(IReadOnlyList<LabeledText> texts, ITokenizer tokenizer, int first, int n)
    {
        WordCounts[] counts = [.. Enumerable.Range(0, Workers).Select(_ => new WordCounts())];
        int blocks = Chunks.Count(texts.Count, TextsPerBlock);
        _sharing.Run(Chunks.Count(Math.Max(0, blocks - first), n), (piece, worker) =>
        {
            (int from, int length) = Block(first + (piece * n), texts.Count).GetOffsetAndLength(texts.Count);
            for (int t = from; t < from + length; t++)
                counts[worker].Add(texts[t].Text, tokenizer);
        });
        foreach (WordCounts others in counts[1..])
            counts[0].Add(others);
        return counts[0];
    }

    /// <exception cref="ArgumentException">Other ranks have other texts.</exception>
    private void CheckSame(IReadOnlyList<LabeledText> texts)
    {
        if (_ranks is null) return;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (LabeledText text in texts)
        {
            Append(hash, text.Text);
            foreach (string label in text.Labels)
                Append(hash, label);
            hash.AppendData([0]);
        }

        _ranks.CheckSame($"{texts.Count} texts {Shown(hash)}");
    }

    /// <summary>Compares the words of the first block, with which other tokenizers show.</summary>
    private void CheckSameWords(IReadOnlyList<LabeledText> texts, ITokenizer tokenizer)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var tokens = new TokenBuffer();
        for (int t = 0; t < Math.Min(texts.Count, TextsPerBlock); t++)
        {
            tokens.Clear();
            tokenizer.Tokenize(texts[t].Text, tokens);
            for (int at = 0; at < tokens.Count; at++)
                Append(hash, tokens.Word(at));
        }

        _ranks!.CheckSame($"texts whose words are {Shown(hash)}");
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<char> text)
    {
        hash.AppendData(MemoryMarshal.AsBytes(text));
        hash.AppendData([0xFF, 0xFF]); // no character of a text
    }

    private static string Shown(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
}
