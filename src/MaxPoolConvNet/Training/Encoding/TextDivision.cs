using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Divides the reading of texts: each rank reads a part of them with several threads, and gives it to the others.</summary>
/// <param name="ranks">The ranks; null for this process alone.</param>
/// <param name="threads">The number of threads of this rank.</param>
internal sealed class TextDivision(IRankGroup? ranks, int threads)
{
    /// <summary>The number of texts that a thread reads at a time.</summary>
    public const int TextsPerBlock = 1_024;

    /// <summary>The maximum number of threads that read: each one counts words in memory of its own.</summary>
    private const int MostThreads = 4;

    private readonly WorkSharing _sharing = new(Math.Min(threads, MostThreads));

    /// <summary>Reads the blocks of this rank.</summary>
    /// <param name="texts">The number of all texts.</param>
    /// <param name="read">Receives the number of a block and that of a worker.</param>
    public void ForEachOwn(int texts, Action<int, int> read) => _sharing.Run(Chunks.Count(texts, TextsPerBlock), (block, worker) =>
    {
        if (ranks is null || block % ranks.Count == ranks.Rank) read(block, worker);
    });

    /// <summary>Checks that all ranks have the same texts and split them into the same words, of which each will read a part.</summary>
    /// <remarks>Labels aren't divided: they are compared with the options.</remarks>
    /// <exception cref="ArgumentException">They don't.</exception>
    public void CheckSame(IReadOnlyList<LabeledText> texts, ITokenizer tokenizer)
    {
        if (ranks is null) return;
        var words = new WordCounts();
        for (int t = 0; t < Math.Min(texts.Count, TextsPerBlock); t++)
            words.Add(texts[t].Text, tokenizer);
        string hash = TrainingConfiguration.Hash(texts.Select(text => text.Text));
        ranks.CheckSame($"{texts.Count} texts {hash}\nwords {TrainingConfiguration.Hash(words.MostFrequent(1, null))}");
    }

    /// <summary>Returns what was read of a block, at all ranks.</summary>
    /// <param name="block">The block.</param>
    /// <param name="own">What this rank has read; null for a block of another rank.</param>
    public int[] Exchange(int block, int[]? own) =>
        ranks is null ? own! : ranks.AllGatherParts<int>(own)[block % ranks.Count];

    /// <summary>Counts the words of texts.</summary>
    /// <exception cref="ArgumentException">Other ranks have other texts, or split them into other words.</exception>
    public WordCounts Count(IReadOnlyList<LabeledText> texts, ITokenizer tokenizer)
    {
        CheckSame(texts, tokenizer);
        WordCounts[] counts = [.. Enumerable.Range(0, _sharing.Threads).Select(_ => new WordCounts())];
        ForEachOwn(texts.Count, (block, worker) =>
        {
            (int first, int count) = Chunks.Of(block, texts.Count, TextsPerBlock).GetOffsetAndLength(texts.Count);
            for (int t = first; t < first + count; t++)
                counts[worker].Add(texts[t].Text, tokenizer);
        });
        WordCounts own = counts[0];
        foreach (WordCounts others in counts[1..])
            own.Add(others);
        if (ranks is null) return own;
        using var written = new MemoryStream();
        own.Write(written);
        var all = new WordCounts();
        foreach (byte[] read in ranks.AllGatherParts<byte>(written.ToArray()))
            all.Read(new MemoryStream(read));
        return all;
    }
}
