using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Gathers the statistics of <see cref="FamiliarityModel"/> from the training texts.</summary>
/// <remarks>
/// Each text is scored without its own words in the counts, as if it were new; this needs no network trained without it. Where a training
/// continues another, a word costs what it costs in the texts in which it is more common, and the quantiles are those of both.
/// </remarks>
internal sealed class FamiliarityStatistics
{
    private readonly EarlierCosts? _earlier;
    private readonly WorkSharing _sharing;
    private readonly CountingWorker[] _workers;
    private readonly long[] _counts;
    private readonly int? _unknownId;
    private readonly TextCost[] _costs;
    private long _words;

    private FamiliarityStatistics(TextEncoder encoder, EarlierCosts? earlier, int texts, int threads)
    {
        _earlier = earlier;
        _sharing = new WorkSharing(threads);
        _workers = [.. Enumerable.Range(0, _sharing.Threads).Select(_ => new CountingWorker(encoder))];
        _counts = new long[encoder.Vocabulary.Count];
        _unknownId = encoder.Vocabulary.UnknownId;
        _costs = new TextCost[texts];
    }

    /// <summary>Adds the statistics of the training texts to a model.</summary>
    /// <param name="model">The trained model.</param>
    /// <param name="texts">The texts that it was trained on.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="given">The model that training continued from; null for none. If it has no statistics, neither has the result, because
    /// texts like those that it was trained on would pass for unfamiliar ones.</param>
    public static TrainedModel Add(TrainedModel model, IReadOnlyList<LabeledText> texts, int threads, TrainedModel? given)
    {
        if (given is { Familiarity: null }) return model with { Familiarity = null };
        EarlierCosts? earlier = given is null ? null : new(given.Familiarity!, given.Encoder.Vocabulary, model.Encoder.Vocabulary);
        return model with { Familiarity = new FamiliarityStatistics(model.Encoder, earlier, texts.Count, threads).Of(texts) };
    }

    private FamiliarityModel Of(IReadOnlyList<LabeledText> texts)
    {
        ForEach(texts, (worker, text) => worker.Count(texts[text].Text, _unknownId));
        foreach (CountingWorker worker in _workers)
            _words += worker.AddTo(_counts);
        ForEach(texts, (worker, text) => _costs[text] = CostOf(texts[text].Text, worker));
        int unknown = WordCost.OfUnknown(_costs.Sum(text => (long)text.Unknown), _words);
        int textCount = _costs.Count(text => text.Words > 0);
        if (_earlier is not null)
        {
            double all = Math.Max(1.0, (double)_earlier.TextCount + textCount);
            unknown = (int)Math.Round(((_earlier.Unknown * (double)_earlier.TextCount) + (unknown * (double)textCount)) / all);
            textCount = (int)Math.Min(int.MaxValue, all);
        }

        byte[] costs = new byte[_counts.Length + 1];
        for (int word = 0; word < _counts.Length; word++)
            costs[word] = (byte)(Cost(word, 0, 0) ?? unknown);
        costs[^1] = (byte)unknown;
        return new FamiliarityModel(costs, Quantiles(unknown), textCount);
    }

    private void ForEach(IReadOnlyList<LabeledText> texts, Action<CountingWorker, int> work) =>
        _sharing.Run(Chunks.Count(texts.Count, TextDivision.TextsPerBlock), (block, worker) =>
        {
            (int first, int length) = TextDivision.Block(block, texts.Count).GetOffsetAndLength(texts.Count);
            for (int text = first; text < first + length; text++)
                work(_workers[worker], text);
        });

    private TextCost CostOf(string text, CountingWorker worker)
    {
        ReadOnlySpan<int> ids = worker.Sorted(text, out int words);
        long known = 0;
        int unknown = words - ids.Length;
        for (int at = 0; at < ids.Length;)
        {
            int own = ids[at..].IndexOfAnyExcept(ids[at]);
            if (own < 0) own = ids.Length - at;
            if (Cost(ids[at], own, words) is { } cost) known += (long)own * cost;
            else unknown += own;
            at += own;
        }

        return new TextCost(known, unknown, words);
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

    private int[] Quantiles(int unknown)
    {
        var all = new List<(int Cost, double Weight)>(_costs.Length);
        foreach (TextCost text in _costs)
        {
            if (text.Words > 0) all.Add((text.Mean(unknown), 1));
        }

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
}
