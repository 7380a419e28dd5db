namespace MaxPoolConvNet.Evaluation;

/// <summary>Judges the labels of all texts by the probabilities from other texts.</summary>
/// <remarks>
/// Confident learning (Northcutt, Jiang and Chuang 2021): the threshold of a label is the mean probability of that label over the texts
/// that have it. A text counts as mislabeled if, of the labels whose probability is at least their threshold, the most probable one isn't
/// its own, and if another label is three times as probable as its own: where labels are hard to tell apart, thresholds alone count nearly
/// all texts. How suspicious a label is compares two probabilities alone, which ranked better: that of the best other label, divided by the
/// sum of both.
/// </remarks>
internal sealed class LabelJudge
{
    /// <summary>The least suspicion that counts: the other label is three times as probable.</summary>
    private const double LeastSuspicion = 0.75;

    private readonly AuditedTexts _texts;
    private readonly LabelProbabilities _probabilities;
    private readonly TextSharing _sharing;
    private readonly double[] _thresholds;
    private readonly double[] _thresholdsWithout;
    private readonly bool[] _isJudged;

    /// <param name="texts">The texts.</param>
    /// <param name="probabilities">The probabilities of their labels.</param>
    /// <param name="leastTexts">Labels with fewer texts aren't judged.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public LabelJudge(
        AuditedTexts texts, LabelProbabilities probabilities, int leastTexts, int? threads, CancellationToken cancellationToken)
    {
        (_texts, _probabilities) = (texts, probabilities);
        _sharing = new TextSharing(threads);
        _isJudged = [.. texts.TextCounts.Select(count => count >= leastTexts)];
        (_thresholds, _thresholdsWithout) =
            texts.Labels.SeveralPerText ? ThresholdsOfEach(cancellationToken) : (Thresholds(cancellationToken), []);
        Judgements = new Judgement[texts.Count];
        Confusions = new int[texts.Labels.SeveralPerText ? 0 : probabilities.LabelCount, probabilities.LabelCount];
        CorrectCounts = new int[probabilities.LabelCount];
        int correct = 0;
        ForEach(
            (text, own) =>
            {
                Judgements[text] = _texts.Labels.SeveralPerText ? JudgeEach(text, own) : Judge(text, own);
                if (!IsCorrect(text, own)) return;
                Interlocked.Increment(ref correct);
                if (!_texts.Labels.SeveralPerText) Interlocked.Increment(ref CorrectCounts[_texts.Classes[text][0]]);
            },
            cancellationToken);
        CorrectCount = correct;
    }

    /// <summary>The judgement of each text.</summary>
    public Judgement[] Judgements { get; }

    /// <summary>The number of texts of one label for which another one is more probable; empty if texts may have several.</summary>
    public int[,] Confusions { get; }

    /// <summary>For each label, the number of its texts for which it is the most probable; all 0 if texts may have several.</summary>
    public int[] CorrectCounts { get; }

    /// <summary>The number of texts whose most probable label, or whose set of labels, is the given one.</summary>
    public int CorrectCount { get; }

    private void ForEach(Action<int, double[]> work, CancellationToken cancellationToken)
    {
        using var scratch = new ThreadLocal<double[]>(() => new double[_probabilities.LabelCount]);
        _sharing.ForEach(
            _texts.Count,
            text =>
            {
                _probabilities.Of(text, scratch.Value);
                work(text, scratch.Value!);
            },
            cancellationToken);
    }

    private double[] Thresholds(CancellationToken cancellationToken)
    {
        double[] given = new double[_texts.Count];
        ForEach((text, own) => given[text] = own[_texts.Classes[text][0]], cancellationToken);
        double[] means = new double[_probabilities.LabelCount];
        for (int text = 0; text < given.Length; text++)
            means[_texts.Classes[text][0]] += given[text] / _texts.TextCounts[_texts.Classes[text][0]];
        return means;
    }

    private (double[] With, double[] Without) ThresholdsOfEach(CancellationToken cancellationToken)
    {
        (double[] with, double[] without) = (new double[_probabilities.LabelCount], new double[_probabilities.LabelCount]);
        double[] own = new double[_probabilities.LabelCount];
        for (int text = 0; text < _texts.Count; text++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _probabilities.Of(text, own);
            for (int label = 0; label < own.Length; label++)
            {
                if (_texts.Has(text, label)) with[label] += own[label] / _texts.TextCounts[label];
                else without[label] += (1 - own[label]) / (_texts.Count - _texts.TextCounts[label]);
            }
        }

        return (with, without);
    }

    private Judgement Judge(int text, double[] probabilities)
    {
        int given = _texts.Classes[text][0];
        int best = given == 0 ? 1 : 0;
        int confident = -1;
        for (int label = 0; label < probabilities.Length; label++)
        {
            if (probabilities[label] >= _thresholds[label] && (confident < 0 || probabilities[label] > probabilities[confident]))
                confident = label;
            if (label == given) continue;
            if (probabilities[label] > probabilities[best]) best = label;
            if (probabilities[label] > probabilities[given]) Interlocked.Increment(ref Confusions[given, label]);
        }

        if (!_isJudged[given]) return new Judgement(0, best, false);
        double suspicion = probabilities[best] / Math.Max(probabilities[best] + probabilities[given], double.Epsilon);
        return new Judgement((float)suspicion, best, suspicion >= LeastSuspicion && confident >= 0 && confident != given);
    }

    private Judgement JudgeEach(int text, double[] probabilities)
    {
        (int worst, double most, bool isFlagged) = (0, 0, false);
        for (int label = 0; label < probabilities.Length; label++)
        {
            if (!_isJudged[label]) continue;
            bool has = _texts.Has(text, label);
            double opposite = has ? 1 - probabilities[label] : probabilities[label];
            isFlagged |= opposite >= LeastSuspicion && opposite >= (has ? _thresholdsWithout : _thresholds)[label];
            if (opposite > most) (worst, most) = (label, opposite);
        }

        return new Judgement((float)most, worst, isFlagged);
    }

    private bool IsCorrect(int text, double[] probabilities)
    {
        if (_texts.Labels.SeveralPerText)
            return Enumerable.Range(0, probabilities.Length).All(label => (probabilities[label] >= 0.5) == _texts.Has(text, label));
        return probabilities.AsSpan().IndexOf(probabilities.Max()) == _texts.Classes[text][0];
    }
}
