using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Gathers the statistics of <see cref="FamiliarityModel"/> from the training texts.</summary>
/// <remarks>
/// Each text is scored without its own words in the counts, as if it were new; this needs no network trained without it. Where a training
/// continues another, a word costs what it costs in the texts in which it is more common, and the quantiles are those of both.
/// </remarks>
internal sealed class FamiliarityStatistics
{
    /// <summary>The maximum number of threads that read: each one counts words in memory of its own.</summary>
    private const int MostThreads = 4;

    private readonly TextEncoder _encoder;
    private readonly EarlierCosts? _earlier;
    private readonly long[] _counts;
    private readonly int? _unknownId;
    private long _words;

    private FamiliarityStatistics(TextEncoder encoder, EarlierCosts? earlier)
    {
        _encoder = encoder;
        _earlier = earlier;
        _counts = new long[encoder.Vocabulary.Count];
        _unknownId = encoder.Vocabulary.UnknownId;
    }

    /// <summary>Adds the statistics of the training texts to a model.</summary>
    /// <param name="model">The trained model.</param>
    /// <param name="texts">The texts that it was trained on.</param>
    /// <param name="given">The model that training continued from; null for none. If it has no statistics, neither has the result, because
    /// texts like those that it was trained on would pass for unfamiliar ones.</param>
    /// <param name="threads">The number of threads.</param>
    public static TrainedModel Add(TrainedModel model, IReadOnlyList<LabeledText> texts, TrainedModel? given, int threads)
    {
        if (given is { Familiarity: null }) return model with { Familiarity = null };
        EarlierCosts? earlier = given is null ? null : new(given.Familiarity!, given.Encoder.Vocabulary, model.Encoder.Vocabulary);
        return model with { Familiarity = new FamiliarityStatistics(model.Encoder, earlier).Of(texts, threads) };
    }

    private FamiliarityModel Of(IReadOnlyList<LabeledText> texts, int threads)
    {
        var sharing = new WorkSharing(Math.Min(threads, MostThreads));
        Reader[] readers = [.. Enumerable.Range(0, sharing.Threads).Select(_ => new Reader(this))];
        ForEach((reader, text) => reader.Count(texts[text].Text));
        foreach (Reader reader in readers)
            reader.AddCounts();
        var costs = new TextCost[texts.Count];
        ForEach((reader, text) => costs[text] = reader.CostOf(texts[text].Text));

        // texts without words cost nothing
        costs = Array.FindAll(costs, cost => cost.Words > 0);
        int unknown = WordCost.OfUnknown(costs.Sum(cost => (long)cost.Unknown), _words);
        int textCount = costs.Length;
        if (_earlier is not null)
        {
            double all = Math.Max(1.0, (double)_earlier.TextCount + textCount);
            unknown = (int)Math.Round(((_earlier.Unknown * (double)_earlier.TextCount) + (unknown * (double)textCount)) / all);
            textCount = (int)Math.Min(int.MaxValue, all);
        }

        byte[] wordCosts = new byte[_counts.Length + 1];
        for (int word = 0; word < _counts.Length; word++)
            wordCosts[word] = (byte)(Cost(word, 0, 0) ?? unknown);
        wordCosts[^1] = (byte)unknown;
        return new FamiliarityModel(wordCosts, Quantiles(costs, unknown), textCount);

        void ForEach(Action<Reader, int> read) => sharing.Run(Chunks.Count(texts.Count, TextDivision.TextsPerBlock), (block, worker) =>
        {
            (int first, int count) = Chunks.Of(block, texts.Count, TextDivision.TextsPerBlock).GetOffsetAndLength(texts.Count);
            for (int text = first; text < first + count; text++)
                read(readers[worker], text);
        });
    }

    /// <summary>Returns the cost of a word without a text in the counts; null if it is unknown.</summary>
    /// <param name="word">The word.</param>
    /// <param name="own">How often the text has it.</param>
    /// <param name="words">The number of words of the text.</param>
    private int? Cost(int word, int own, int words)
    {
        int? before = _earlier?.Of(word);
        if (word == _unknownId || _counts[word] - own <= 0) return before;
        int now = WordCost.OfKnown(_counts[word] - own, _words - words);
        return Math.Min(before ?? now, now);
    }

    private int[] Quantiles(TextCost[] costs, int unknown)
    {
        var all = new List<(int Cost, double Weight)>(costs.Length);
        foreach (TextCost text in costs)
            all.Add((text.Mean(unknown), 1));
        if (_earlier is not null)
        {
            foreach (int cost in _earlier.Quantiles)
                all.Add((cost, (double)_earlier.TextCount / _earlier.Quantiles.Length));
        }

        int[] quantiles = new int[FamiliarityModel.Hundred + 1];
        if (all.Count == 0) return quantiles;
        all.Sort((left, right) => right.Cost.CompareTo(left.Cost));
        double total = all.Sum(one => one.Weight);
        int at = 0;
        double reached = all[0].Weight;
        for (int q = 0; q < quantiles.Length; q++)
        {
            while (reached < total * q / FamiliarityModel.Hundred && at < all.Count - 1)
                reached += all[++at].Weight;
            quantiles[q] = all[at].Cost;
        }

        return quantiles;
    }

    /// <summary>What a thread needs to read texts.</summary>
    private sealed class Reader(FamiliarityStatistics all)
    {
        private readonly EncodedText _text = new();
        private readonly long[] _counts = new long[all._counts.Length];
        private int[] _sorted = new int[64];
        private long _words;

        public void Count(string text)
        {
            all._encoder.Encode(text, _text);
            _words += _text.Words;
            foreach (int word in _text.WordIds)
            {
                if (word != all._unknownId) _counts[word]++;
            }
        }

        /// <summary>Adds what this thread has counted to what all have.</summary>
        public void AddCounts()
        {
            all._words += _words;
            for (int word = 0; word < _counts.Length; word++)
                all._counts[word] += _counts[word];
        }

        public TextCost CostOf(string text)
        {
            all._encoder.Encode(text, _text);
            int words = _text.Words;
            ReadOnlySpan<int> ids = Sorted(_text.WordIds);
            long known = 0;
            int unknown = words - ids.Length;
            for (int at = 0; at < ids.Length;)
            {
                int own = ids[at..].IndexOfAnyExcept(ids[at]);
                if (own < 0) own = ids.Length - at;
                if (all.Cost(ids[at], own, words) is { } cost) known += (long)own * cost;
                else unknown += own;
                at += own;
            }

            return new TextCost(known, unknown, words);
        }

        private ReadOnlySpan<int> Sorted(ReadOnlySpan<int> ids)
        {
            if (_sorted.Length < ids.Length) _sorted = new int[Math.Max(ids.Length, 2 * _sorted.Length)];
            Span<int> sorted = _sorted.AsSpan(0, ids.Length);
            ids.CopyTo(sorted);
            sorted.Sort();
            return sorted;
        }
    }
}
