using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>
/// The probability of every label for a text, as <see cref="TextClassifier.Score(string)"/> gives it. If each text has one label, the
/// probabilities sum to 1.
/// </summary>
/// <remarks>
/// If texts may have several, each is the probability that its label applies, independent of the others. Reusable:
/// <see cref="TextClassifier.Score(string, LabelScores)"/> replaces its content without allocating. Any number of threads may read it while
/// no thread replaces its content.
/// </remarks>
public sealed class LabelScores : IReadOnlyList<LabelProbability>
{
    private readonly LabelSet _labels;
    private readonly IOutputFunction<float> _output;
    private readonly float[] _logits;
    private readonly double[] _probabilities;

    /// <summary>Creates a buffer for the scores of a classifier. All probabilities are 0 until the first text is scored.</summary>
    /// <param name="classifier">The classifier whose texts are scored.</param>
    /// <exception cref="ArgumentNullException"><paramref name="classifier"/> is <see langword="null"/>.</exception>
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

    /// <summary>The number of words in the text.</summary>
    public int WordCount { get; private set; }

    /// <summary>The number of words in the text that the classifier knows.</summary>
    public int KnownWordCount { get; private set; }

    /// <summary>Whether the classifier knows any word of the text. If not, the scores say nothing about the text.</summary>
    public bool HasKnownWords => KnownWordCount > 0;

    /// <summary>How much the text resembles the training texts, from 0 to 1; see <see cref="Prediction.Familiarity"/>.</summary>
    public double? Familiarity { get; private set; }

    /// <summary>The number of labels.</summary>
    public int Count => _probabilities.Length;

    /// <summary>The most probable label; if several are equally probable, the first one. The same as the prediction of
    /// <see cref="TextClassifier.Predict(string)"/>.</summary>
    public LabelProbability Best => At(_output.MostProbable(_logits));

    /// <summary>A label and its probability.</summary>
    /// <param name="index">The index of the label in <see cref="Labels"/>, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such label.</exception>
    public LabelProbability this[int index] => (uint)index < (uint)Count
        ? At(index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"there are {Count} labels");

    /// <summary>The probability of a label, from 0 to 1.</summary>
    /// <param name="label">One of <see cref="Labels"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The classifier has no such label.</exception>
    public double this[string label]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(label);
            return _probabilities[_labels.Get(label, nameof(label))];
        }
    }

    /// <summary>Finds the most probable labels.</summary>
    /// <param name="count">The number of labels. At least 1. If it exceeds the number of labels, all are returned.</param>
    /// <returns>
    /// The labels, the most probable first; equally probable ones in the order of <see cref="Labels"/>. Labels whose probabilities round
    /// to the same number are still in their true order.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public ImmutableArray<LabelProbability> Top(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Ranked(Math.Min(count, Labels.Length), [0]);
    }

    /// <summary>Finds the labels at or above a probability threshold. For multi-label classifiers, these are the labels that
    /// apply.</summary>
    /// <param name="threshold">The minimum probability. From 0 to 1. The default is 0.5.</param>
    /// <returns>The labels at or above the threshold, in the order of <see cref="Top"/>; possibly none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is out of range.</exception>
    public ImmutableArray<LabelProbability> Above(double threshold = OutputFunctions.UsualThreshold)
    {
        OptionRange.Check(threshold, 0, 1, nameof(threshold));
        return Ranked(Labels.Length, [threshold]);
    }

    /// <summary>Finds the labels at or above individual probability thresholds.</summary>
    /// <param name="thresholds">The minimum probabilities of some labels. From 0 to 1.</param>
    /// <param name="threshold">The minimum probability of all other labels. From 0 to 1. The default is 0.5.</param>
    /// <returns>The labels at or above their thresholds, in the order of <see cref="Top"/>; possibly none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="thresholds"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is out of range.</exception>
    /// <exception cref="ArgumentException"><paramref name="thresholds"/> has a label that isn't one of <see cref="Labels"/>.</exception>
    public ImmutableArray<LabelProbability> Above(
        IReadOnlyDictionary<string, double> thresholds, double threshold = OutputFunctions.UsualThreshold)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        OptionRange.Check(threshold, 0, 1, nameof(threshold));
        double[] ofLabels = new double[Labels.Length];
        Array.Fill(ofLabels, threshold);
        foreach ((string label, double own) in thresholds)
        {
            int index = _labels.Find(label) ?? throw new ArgumentException(
                $"there is a threshold for the label '{label}', which the classifier doesn't have; it has {LabelList.Quoted(Labels)}",
                nameof(thresholds));
            if (!(own is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(thresholds),
                    own,
                    FormattableString.Invariant($"the threshold of '{label}' is {own}; a number from 0 to 1 was expected"));
            }

            ofLabels[index] = own;
        }

        return Ranked(Labels.Length, ofLabels);
    }

    /// <summary>Copies the probabilities of all labels to a span.</summary>
    /// <param name="probabilities">Receives the probabilities, in the order of <see cref="Labels"/>. Elements beyond them are
    /// unchanged.</param>
    /// <exception cref="ArgumentException"><paramref name="probabilities"/> is shorter than <see cref="Labels"/>.</exception>
    public void CopyTo(Span<double> probabilities)
    {
        if (probabilities.Length < Labels.Length)
        {
            throw new ArgumentException(
                $"there is room for {probabilities.Length} probabilities; there are {Labels.Length} labels", nameof(probabilities));
        }

        _probabilities.CopyTo(probabilities);
    }

    /// <summary>Enumerates all labels with their probabilities, in the order of <see cref="Labels"/>.</summary>
    /// <returns>An enumerator.</returns>
    public IEnumerator<LabelProbability> GetEnumerator() => Enumerable.Range(0, Count).Select(At).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The three most probable labels, such as "spam 0.912, offer 0.034, ham 0.021".</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() => string.Join(
        ", ", Top(3).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Label} {one.Probability:0.000}")));

    /// <summary>Replaces the content with the scores of a text.</summary>
    /// <exception cref="ArgumentException">The buffer was created for another classifier.</exception>
    internal void Set(TrainedModel model, ReadOnlySpan<float> logits, EncodedText encoded)
    {
        if (model.Labels != _labels)
        {
            throw new ArgumentException(
                $"the scores are a buffer for a classifier with {Labels.Length} labels ({LabelList.Quoted(Labels)}); "
                + "one made for this classifier was expected");
        }

        logits.CopyTo(_logits);
        _output.ClassProbabilities(_logits, _probabilities);
        WordCount = encoded.Words;
        KnownWordCount = encoded.KnownWords;
        Familiarity = model.Familiarity?.Of(encoded);
    }

    private LabelProbability At(int label) => new(Labels[label], _probabilities[label]);

    /// <param name="most">The maximum number of labels.</param>
    /// <param name="thresholds">The minimum probability of each label, or one for all.</param>
    private ImmutableArray<LabelProbability> Ranked(int most, ReadOnlySpan<double> thresholds)
    {
        var ranking = new LabelRanking(most);
        for (int label = 0; label < _probabilities.Length; label++)
        {
            double threshold = thresholds[thresholds.Length == 1 ? 0 : label];
            if (_probabilities[label] >= threshold) ranking.Add(label, _output.Score<float>(_logits, label));
        }

        return [.. ranking.Take().Select(At)];
    }
}
