using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The number of texts for each pair of an actual and a predicted label. Only the pairs that occur are stored.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[DebuggerDisplay("{CorrectCount} of {TextCount} texts classified correctly, {Labels.Length} labels")]
public sealed class ConfusionMatrix
{
    private readonly IReadOnlyDictionary<(int Actual, int Predicted), int> _counts;

    /// <param name="labels">The labels.</param>
    /// <param name="counts">The entries above 0. Must not change afterward.</param>
    internal ConfusionMatrix(ImmutableArray<string> labels, IReadOnlyDictionary<(int Actual, int Predicted), int> counts)
    {
        Labels = labels;
        _counts = counts;
        Entries = [.. counts.OrderBy(entry => entry.Key).Select(entry =>
            new ConfusionEntry(labels[entry.Key.Actual], labels[entry.Key.Predicted], entry.Value))];
        TextCount = counts.Values.Sum();
        CorrectCount = counts.Where(entry => entry.Key.Actual == entry.Key.Predicted).Sum(entry => entry.Value);
    }

    /// <summary>
    /// The labels, in the order of rows and columns: first those of the classifier, then those that occur only in the texts. The column of
    /// a label that the classifier doesn't know contains zeros.
    /// </summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>The pairs of an actual and a predicted label that occur, row by row.</summary>
    public ImmutableArray<ConfusionEntry> Entries { get; }

    /// <summary>The number of texts.</summary>
    public int TextCount { get; }

    /// <summary>The number of texts that were classified correctly.</summary>
    public int CorrectCount { get; }

    /// <summary>The number of texts with one label that were predicted to have another, or the same.</summary>
    /// <param name="actual">The index of the actual label in <see cref="Labels"/>.</param>
    /// <param name="predicted">The index of the predicted label in <see cref="Labels"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such label.</exception>
    public int this[int actual, int predicted]
    {
        get
        {
            CheckLabel(actual, nameof(actual));
            CheckLabel(predicted, nameof(predicted));
            return _counts.GetValueOrDefault((actual, predicted));
        }
    }

    /// <summary>Adds two matrices, such as those of two folds.</summary>
    /// <param name="other">A matrix with the same labels.</param>
    /// <returns>A new matrix.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The labels differ.</exception>
    public ConfusionMatrix Add(ConfusionMatrix other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Labels.SequenceEqual(other.Labels))
        {
            throw new ArgumentException(
                $"the labels are {string.Join(", ", other.Labels)}; {string.Join(", ", Labels)} were expected", nameof(other));
        }

        var sums = new Dictionary<(int, int), int>(_counts);
        foreach (((int, int) entry, int count) in other._counts)
            sums[entry] = sums.GetValueOrDefault(entry) + count;
        return new ConfusionMatrix(Labels, sums);
    }

    /// <summary>Formats a table with one row per actual label and one column per predicted label.</summary>
    /// <returns>Several lines.</returns>
    public override string ToString() => TextTable.Aligned(
    [
        ["actual \\ predicted", .. Labels],
        .. Enumerable.Range(0, Labels.Length).Select(actual => (string[])[Labels[actual], .. Row(actual)]),
    ]);

    internal LabelCounts Counts()
    {
        var classes = new ClassCounts[Labels.Length];
        foreach (((int actual, int predicted), int count) in _counts)
        {
            classes[actual] += new ClassCounts(actual == predicted ? count : 0, 0, count);
            classes[predicted] += new ClassCounts(0, count, 0);
        }

        return new LabelCounts(Labels, [.. classes], TextCount, CorrectCount);
    }

    private IEnumerable<string> Row(int actual) =>
        Enumerable.Range(0, Labels.Length).Select(predicted => this[actual, predicted].ToString(CultureInfo.InvariantCulture));

    private void CheckLabel(int label, string name)
    {
        if ((uint)label >= (uint)Labels.Length)
            throw new ArgumentOutOfRangeException(name, label, $"there are {Labels.Length} labels; an index below was expected");
    }
}
