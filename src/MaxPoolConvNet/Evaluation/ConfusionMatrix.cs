using System.Collections.Immutable;
using System.Globalization;

namespace MaxPoolConvNet;

/// <summary>How often texts of each label were recognized as which. Immutable.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;

    internal ConfusionMatrix(ImmutableArray<string> labels, int[,] counts)
    {
        Labels = labels;
        _counts = counts;
    }

    /// <summary>The labels, in the order of rows and columns.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>All texts.</summary>
    public int Total => _counts.Cast<int>().Sum();

    /// <summary>Texts that were recognized.</summary>
    public int Correct => Enumerable.Range(0, Labels.Length).Sum(label => _counts[label, label]);

    /// <summary>Texts of the label in row <paramref name="actual"/> that were recognized as that of column <paramref name="predicted"/>.</summary>
    /// <param name="actual">Place in <see cref="Labels"/>.</param>
    /// <param name="predicted">Place in <see cref="Labels"/>.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such label.</exception>
    public int this[int actual, int predicted] => _counts[actual, predicted];

    /// <summary>The sum of two matrices, such as those of two folds.</summary>
    /// <param name="other">A matrix of the same labels.</param>
    /// <returns>A new matrix.</returns>
    /// <exception cref="ArgumentException">The labels differ.</exception>
    public ConfusionMatrix Add(ConfusionMatrix other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Labels.SequenceEqual(other.Labels))
            throw new ArgumentException($"the labels {string.Join(", ", other.Labels)} aren't the labels {string.Join(", ", Labels)}", nameof(other));
        int[,] sums = (int[,])_counts.Clone();
        for (int actual = 0; actual < Labels.Length; actual++)
        {
            for (int predicted = 0; predicted < Labels.Length; predicted++)
                sums[actual, predicted] += other[actual, predicted];
        }

        return new ConfusionMatrix(Labels, sums);
    }

    /// <summary>A table with a row for each label and a column for what it was recognized as.</summary>
    /// <returns>Several lines.</returns>
    public override string ToString() => TextTable.Aligned(
    [
        ["actual \\ predicted", .. Labels],
        .. Enumerable.Range(0, Labels.Length).Select(actual => (string[])
            [Labels[actual], .. Enumerable.Range(0, Labels.Length).Select(predicted => _counts[actual, predicted].ToString(CultureInfo.InvariantCulture))]),
    ]);

    internal LabelCounts Counts()
    {
        IEnumerable<ClassCounts> classes = Enumerable.Range(0, Labels.Length).Select(label => new ClassCounts(
            _counts[label, label],
            Enumerable.Range(0, Labels.Length).Sum(actual => _counts[actual, label]),
            Enumerable.Range(0, Labels.Length).Sum(predicted => _counts[label, predicted])));
        return new LabelCounts(Labels, [.. classes], Total, Correct);
    }
}
