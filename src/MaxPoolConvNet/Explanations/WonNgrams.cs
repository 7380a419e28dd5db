namespace MaxPoolConvNet;

/// <summary>
/// The n-grams that won in texts, in about 64 MB at most, however many texts there are: when there are too many, the half that can add
/// least to any label's logit is dropped.
/// </summary>
/// <param name="largestWeights">max_c |v_cj| of each feature j.</param>
/// <param name="mostSums">The bound, in sums of 16 bytes: one per feature that an n-gram won, and 12 for the n-gram itself.</param>
internal sealed class WonNgrams(double[] largestWeights, int mostSums = 1 << 21)
{
    private const int SumsOfNgram = 12;

    private Dictionary<int[], NgramWins> _wins = new(new WordIdsComparer());
    private int _sums;

    /// <summary>The n-grams, each as its width and its word ids, in the order in which they were added.</summary>
    public IReadOnlyCollection<KeyValuePair<int[], NgramWins>> All => _wins;

    /// <summary>Adds what an n-gram won in a text.</summary>
    /// <param name="ngram">Its width and its word ids.</param>
    /// <param name="text">The text's number.</param>
    /// <param name="features">The features that it won.</param>
    /// <param name="pooled">h.</param>
    public void Add(ReadOnlySpan<int> ngram, int text, IReadOnlyList<int> features, ReadOnlySpan<float> pooled)
    {
        var byIds = _wins.GetAlternateLookup<ReadOnlySpan<int>>();
        if (!byIds.TryGetValue(ngram, out NgramWins? wins))
        {
            byIds[ngram] = wins = new NgramWins();
            _sums += SumsOfNgram;
        }

        int before = wins.Sums.Length;
        wins.Add(text, features, pooled);
        _sums += wins.Sums.Length - before;
        if (_sums > mostSums) Forget();
    }

    private void Forget()
    {
        var kept = new List<(KeyValuePair<int[], NgramWins> Ngram, int Number)>();
        _sums = 0;
        foreach ((KeyValuePair<int[], NgramWins> ngram, int number) in
            _wins.Select((ngram, number) => (ngram, number)).OrderByDescending(one => Bound(one.ngram.Value)))
        {
            int size = SumsOfNgram + ngram.Value.Sums.Length;
            if (_sums + size > mostSums / 2) break;
            _sums += size;
            kept.Add((ngram, number));
        }

        _wins = new(kept.OrderBy(one => one.Number).Select(one => one.Ngram), _wins.Comparer);
    }

    /// <summary>Returns an upper bound of the n-gram's rank value for any label: the sum of max_c |v_cj|·|h_j| over its texts, divided by
    /// their number plus <see cref="NgramWins.Doubt"/>.</summary>
    private double Bound(NgramWins wins)
    {
        double bound = 0;
        foreach (FeatureSum sum in wins.Sums)
            bound += largestWeights[sum.Feature] * Math.Abs(sum.Pooled);
        return bound / (wins.Texts + NgramWins.Doubt);
    }
}
