using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>
/// The probability of every label for a text, as <see cref="TextClassifier.Score(string)"/> gives it. Where labels exclude each other the
/// probabilities sum to 1; where a text may have several, each is the probability that its label applies, whatever the others.
/// </summary>
/// <remarks>
/// May be reused: <see cref="TextClassifier.Score(string, LabelScores)"/> replaces its content without allocating. Any number of threads
/// may read it while none replaces its content.
/// </remarks>
public sealed class LabelScores : IReadOnlyList<LabelProbability>
{
    private readonly LabelSet _labels;
    private readonly IOutputFunction<float> _output;
    private readonly float[] _logits;
    private readonly double[] _probabilities;

    /// <summary>A buffer for the scores of a classifier: until the first text all of its probabilities are 0.</summary>
    /// <param name="classifier">The classifier whose labels it is for.</param>
    /// <exception cref="ArgumentNullException"><paramref name="classifier"/> is null.</exception>
    public LabelScores(TextClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        _labels = classifier.Model.Labels;
        OutputWeights<float> output = classifier.Model.Network.Output;
        _output = output.Function;
        _logits = new float[output.Logits];
        _probabilities = new double[output.Classes];
    }

    /// <summary>The labels, in the order of <see cref="TextClassifier.Labels"/>.</summary>
    public ImmutableArray<string> Labels => _labels.Labels;

    /// <summary>The words of the text.</summary>
    public int WordCount { get; private set; }

    /// <summary>The words of the text that the classifier knows.</summary>
    public int KnownWordCount { get; private set; }

    /// <summary>Whether the classifier knows any word of the text; if not, the scores say nothing about it.</summary>
    public bool HasKnownWords => KnownWordCount > 0;

    /// <summary>The number of labels.</summary>
    public int Count => _probabilities.Length;

    /// <summary>The most probable label; of equally probable ones the first. The same as <see cref="TextClassifier.Predict(string)"/>
    /// gives.</summary>
    public LabelProbability Best => At(_output.MostProbable(_logits));

    /// <summary>A label and its probability.</summary>
    /// <param name="index">Its place in <see cref="Labels"/>, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such label.</exception>
    public LabelProbability this[int index] => (uint)index < (uint)Count
        ? At(index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"there are {Count} labels");

    /// <summary>The probability of a label, from 0 to 1.</summary>
    /// <param name="label">One of <see cref="Labels"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is null.</exception>
    /// <exception cref="ArgumentException">The classifier has no such label.</exception>
    public double this[string label]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(label);
            return _probabilities[_labels.Get(label, nameof(label))];
        }
    }

    /// <summary>The most probable labels.</summary>
    /// <param name="count">How many; at least 1. More than there are labels gives all.</param>
    /// <returns>
    /// The most probable first, of equally probable ones in the order of <see cref="Labels"/>. Labels whose probabilities round to the
    /// same number are still in their true order.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public ImmutableArray<LabelProbability> Top(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Ranked(Math.Min(count, Labels.Length), [0]);
    }

    /// <summary>The labels that are probable enough: where a text may have several, those that apply.</summary>
    /// <param name="threshold">The least probability; from 0 to 1. The default is 0.5.</param>
    /// <returns>The labels at or above the threshold, in the order of <see cref="Top"/>; there may be none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is out of its range.</exception>
    public ImmutableArray<LabelProbability> Above(double threshold = OutputFunctions.UsualThreshold)
    {
        OptionRange.Check(threshold, 0, 1, nameof(threshold));
        return Ranked(Labels.Length, [threshold]);
    }

    /// <summary>The labels that are probable enough, each by a threshold of its own.</summary>
    /// <param name="thresholds">The least probabilities of some labels; from 0 to 1.</param>
    /// <param name="threshold">The least probability of all other labels; from 0 to 1. The default is 0.5.</param>
    /// <returns>The labels at or above their thresholds, in the order of <see cref="Top"/>; there may be none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="thresholds"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is out of its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="thresholds"/> has a label that isn't one of <see cref="Labels"/>.</exception>
    public ImmutableArray<LabelProbability> Above(IReadOnlyDictionary<string, double> thresholds, double threshold = OutputFunctions.UsualThreshold)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        OptionRange.Check(threshold, 0, 1, nameof(threshold));
        double[] ofLabels = new double[Labels.Length];
        Array.Fill(ofLabels, threshold);
        foreach ((string label, double own) in thresholds)
        {
            int index = _labels.Find(label) ?? throw new ArgumentException(
                $"there is a threshold for the label '{label}', which training hasn't seen; it knows {LabelList.Quoted(Labels)}", nameof(thresholds));
            if (!(own is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(thresholds), own, FormattableString.Invariant($"the threshold of '{label}' is {own}; a number from 0 to 1 was expected"));
            }

            ofLabels[index] = own;
        }

        return Ranked(Labels.Length, ofLabels);
    }

    /// <summary>Copies the probabilities of all labels.</summary>
    /// <param name="probabilities">Receives a probability for each of <see cref="Labels"/>, in their order; what is longer stays as it
    /// is.</param>
    /// <exception cref="ArgumentException"><paramref name="probabilities"/> is shorter than <see cref="Labels"/>.</exception>
    public void CopyTo(Span<double> probabilities)
    {
        if (probabilities.Length < Labels.Length)
            throw new ArgumentException($"there is room for {probabilities.Length} probabilities; there are {Labels.Length} labels", nameof(probabilities));
        _probabilities.CopyTo(probabilities);
    }

    /// <summary>All labels and their probabilities, in the order of <see cref="Labels"/>.</summary>
    /// <returns>An enumerator.</returns>
    public IEnumerator<LabelProbability> GetEnumerator() => Enumerable.Range(0, Count).Select(At).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The three most probable labels, such as "spam 0.912, offer 0.034, ham 0.021".</summary>
    /// <returns>The same in every culture.</returns>
    public override string ToString() => string.Join(
        ", ", Top(3).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Label} {one.Probability:0.000}")));

    /// <summary>Replaces the content by that of a text.</summary>
    /// <exception cref="ArgumentException">It is a buffer for another classifier's labels.</exception>
    internal void Set(TrainedModel model, ReadOnlySpan<float> logits, EncodedText encoded)
    {
        if (model.Labels != _labels)
            throw new ArgumentException($"the scores are a buffer for a classifier with {Labels.Length} labels ({LabelList.Quoted(Labels)}); one made for this classifier was expected");
        logits.CopyTo(_logits);
        _output.ClassProbabilities(_logits, _probabilities);
        WordCount = encoded.Tokens.Count;
        KnownWordCount = encoded.KnownWords;
    }

    private LabelProbability At(int label) => new(Labels[label], _probabilities[label]);

    /// <param name="most">The most labels.</param>
    /// <param name="thresholds">The least probability of each label, or one for all.</param>
    private ImmutableArray<LabelProbability> Ranked(int most, ReadOnlySpan<double> thresholds)
    {
        var ranking = new LabelRanking(most);
        for (int label = 0; label < _probabilities.Length; label++)
        {
            if (_probabilities[label] >= thresholds[thresholds.Length == 1 ? 0 : label]) ranking.Add(label, _output.Score<float>(_logits, label));
        }

        return [.. ranking.Take().Select(At)];
    }
}
