namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// Multinomial naive Bayes over the distinct words and word pairs of a text, without the text itself: its own counts are taken out of the
/// sums before it is scored. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// With n the number of a label's texts that have a feature, T the sum of n over the V features, and α = 1, a feature adds
/// log((n + α) / (T + αV)) to the label's score. Features of a single text say nothing about it and are left out.
/// </remarks>
internal sealed class NaiveBayes
{
    private const double Alpha = 1;

    private readonly AuditedTexts _texts;
    private readonly NgramFeatures _features;

    // the counts of feature f are those from _starts[f] to _starts[f + 1]; labels without a text that has f aren't among them
    private readonly int[] _starts;
    private readonly int[] _labels;
    private readonly int[] _counts;
    private readonly int[] _textCounts;
    private readonly long[] _totals;
    private readonly long _total;

    public NaiveBayes(AuditedTexts texts, NgramFeatures features, SparseRows rows, CancellationToken cancellationToken)
    {
        (_texts, _features) = (texts, features);
        int labelCount = texts.Labels.Labels.Length;
        _totals = new long[labelCount];
        _starts = new int[rows.Count + 1];
        _textCounts = new int[rows.Count];
        List<int> labels = [];
        List<int> counts = [];
        int[] sums = new int[labelCount];
        List<int> found = [];
        for (int feature = 0; feature < rows.Count; feature++)
        {
            if (feature % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            foreach (int text in rows.Of(feature))
            {
                foreach (int label in texts.Classes[text])
                {
                    if (sums[label]++ == 0) found.Add(label);
                }
            }

            foreach (int label in found)
            {
                labels.Add(label);
                counts.Add(sums[label]);
                _totals[label] += sums[label];
                sums[label] = 0;
            }

            found.Clear();
            _starts[feature + 1] = labels.Count;
            _textCounts[feature] = rows.Of(feature).Length;
            _total += _textCounts[feature];
        }

        (_labels, _counts) = ([.. labels], [.. counts]);
    }

    private double Smoothing => Alpha * _textCounts.Length;

    /// <summary>The number of texts that have a feature.</summary>
    public int TextCountOf(int feature) => _textCounts[feature];

    /// <summary>The labels of the texts that have a feature, each with the number of such texts.</summary>
    public IEnumerable<(int Label, int Count)> CountsOf(int feature) =>
        Enumerable.Range(_starts[feature], _starts[feature + 1] - _starts[feature]).Select(at => (_labels[at], _counts[at]));

    /// <summary>Computes the score of each label for a text: log-likelihoods, up to a common term.</summary>
    public void Score(int text, Span<double> scores)
    {
        int[] own = _features.OfTexts[text];
        for (int label = 0; label < scores.Length; label++)
        {
            int self = _texts.Has(text, label) ? 1 : 0;
            scores[label] = Math.Log(_texts.TextCounts[label] - self + 1)
                - own.Length * Math.Log(_totals[label] - (long)self * own.Length + Smoothing);
        }

        foreach (int feature in own)
        {
            for (int at = _starts[feature]; at < _starts[feature + 1]; at++)
            {
                int self = _texts.Has(text, _labels[at]) ? 1 : 0;
                scores[_labels[at]] += Math.Log((_counts[at] - self + Alpha) / Alpha);
            }
        }
    }

    /// <summary>Computes, for each label, the log-odds that it applies to a text against that it doesn't.</summary>
    public void ScoreEach(int text, Span<double> scores)
    {
        Score(text, scores);
        int[] own = _features.OfTexts[text];
        double without = own.Sum(feature => Math.Log((_textCounts[feature] - 1 + Alpha) / Alpha));
        for (int label = 0; label < scores.Length; label++)
        {
            int self = _texts.Has(text, label) ? 1 : 0;
            long others = _total - own.Length - (_totals[label] - (long)self * own.Length);
            int texts = _texts.Count - 1 - (_texts.TextCounts[label] - self);
            scores[label] -= Math.Log(texts + 1) + without - own.Length * Math.Log(others + Smoothing);
        }

        foreach (int feature in own)
        {
            for (int at = _starts[feature]; at < _starts[feature + 1]; at++)
            {
                int with = _counts[at] - (_texts.Has(text, _labels[at]) ? 1 : 0);
                int rest = _textCounts[feature] - 1;
                scores[_labels[at]] += Math.Log((rest + Alpha) / (rest - with + Alpha));
            }
        }
    }

    /// <summary>What a feature of a text adds to the score of one label, less what it adds to another, and the number of other texts with
    /// the feature and the label.</summary>
    /// <param name="text">The text.</param>
    /// <param name="feature">A feature of the text.</param>
    /// <param name="label">The label.</param>
    /// <param name="other">The other label; null for all texts without the first.</param>
    public (double Weight, int Count, int OtherCount) Weigh(int text, int feature, int label, int? other)
    {
        int length = _features.OfTexts[text].Length;
        int self = _texts.Has(text, label) ? 1 : 0;
        int count = CountOf(feature, label) - self;
        long total = _totals[label] - (long)self * length;
        int otherSelf = other is { } known && _texts.Has(text, known) ? 1 : 0;
        int otherCount = other is { } one ? CountOf(feature, one) - otherSelf : _textCounts[feature] - 1 - count;
        long otherTotal = other is { } of ? _totals[of] - (long)otherSelf * length : _total - length - total;
        double weight = Math.Log((count + Alpha) / (total + Smoothing)) - Math.Log((otherCount + Alpha) / (otherTotal + Smoothing));
        return (weight, count, otherCount);
    }

    private int CountOf(int feature, int label)
    {
        int at = Array.IndexOf(_labels, label, _starts[feature], _starts[feature + 1] - _starts[feature]);
        return at < 0 ? 0 : _counts[at];
    }
}
