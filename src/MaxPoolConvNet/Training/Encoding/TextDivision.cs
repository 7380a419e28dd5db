using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Divides the reading of texts: each rank reads a part of them, and gives it to the others.</summary>
/// <param name="ranks">The ranks; null for this process alone.</param>
internal sealed class TextDivision(IRankGroup? ranks)
{
    /// <summary>The number of texts that a rank reads at a time.</summary>
    public const int TextsPerBlock = 1_024;

    /// <summary>Whether this rank reads a block.</summary>
    public bool IsOwn(int block) => ranks is null || block % ranks.Count == ranks.Rank;

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
        var own = new WordCounts();
        for (int t = 0; t < texts.Count; t++)
        {
            if (IsOwn(t / TextsPerBlock)) own.Add(texts[t].Text, tokenizer);
        }

        if (ranks is null) return own;
        using var written = new MemoryStream();
        own.Write(written);
        var all = new WordCounts();
        foreach (byte[] counts in ranks.AllGatherParts<byte>(written.ToArray()))
            all.Read(new MemoryStream(counts));
        return all;
    }
}
