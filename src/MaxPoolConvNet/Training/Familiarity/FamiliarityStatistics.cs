using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Gathers the statistics of <see cref="FamiliarityModel"/> from the training texts.</summary>
/// <remarks>
/// Each text is scored without its own words in the counts, as if it were new; this needs no network trained without it. Where a training
/// continues another, a word costs what it costs in the texts in which it is more common, and the quantiles are those of both.
/// </remarks>
internal sealed class FamiliarityStatistics
{
    private readonly TextEncoder _encoder;
    private readonly EarlierCosts? _earlier;
    private readonly EncodedText _text = new();
    private readonly long[] _counts;
    private readonly List<TextCost> _costs = [];
    private readonly int? _unknownId;
    private int[] _sorted = new int[64];
    private long _words;
    private long _unknown;

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
    public static TrainedModel Add(TrainedModel model, IReadOnlyList<LabeledText> texts, TrainedModel? given)
    {
        if (given is { Familiarity: null }) return model with { Familiarity = null };
        EarlierCosts? earlier = given is null ? null : new(given.Familiarity!, given.Encoder.Vocabulary, model.Encoder.Vocabulary);
        return model with { Familiarity = new FamiliarityStatistics(model.Encoder, earlier).Of(texts) };
    }

    private FamiliarityModel Of(IReadOnlyList<LabeledText> texts)
    {
        foreach (LabeledText text in texts)
            Count(text.Text);
        foreach (LabeledText text in texts)
            AddCost(text.Text);
        int unknown = WordCost.OfUnknown(_unknown, _words);
        int textCount = _costs.Count;
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

    private void Count(string text)
    {
        _encoder.Encode(text, _text);
        _words += _text.Words;
        foreach (int word in _text.WordIds)
        {
            if (word != _unknownId) _counts[word]++;
        }
    }

    private void AddCost(string text)
    {
        _encoder.Encode(text, _text);
        int words = _text.Words;
        if (words == 0) return;
        ReadOnlySpan<int> ids = Sorted(_text.WordIds);
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

        _unknown += unknown;
        _costs.Add(new TextCost(known, unknown, words));
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
        var all = new List<(int Cost, double Weight)>(_costs.Count);
        foreach (TextCost text in _costs)
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

    private ReadOnlySpan<int> Sorted(ReadOnlySpan<int> ids)
    {
        if (_sorted.Length < ids.Length) _sorted = new int[Math.Max(ids.Length, 2 * _sorted.Length)];
        Span<int> sorted = _sorted.AsSpan(0, ids.Length);
        ids.CopyTo(sorted);
        sorted.Sort();
        return sorted;
    }
}
