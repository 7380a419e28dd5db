using System.Globalization;

namespace MaxPoolConvNet.Networks;

/// <summary>Compares the gradient of one parameter with its numerical value. Immutable and thread-safe.</summary>
public sealed class GradientBlockReport
{
    internal GradientBlockReport(string name) => Name = name;

    /// <summary>The parameter's name, such as "U".</summary>
    public string Name { get; }

    /// <summary>The number of entries that were compared one by one.</summary>
    public int CheckedEntryCount { get; internal init; }

    /// <summary>
    /// The number of entries that could not be compared, because a kink (max-pool winner or ReLU) is too close on both sides.
    /// </summary>
    public int KinkEntryCount { get; internal init; }

    /// <summary>The number of entries outside the tolerance, plus nonzero entries in rows that the text doesn't use.</summary>
    public int WrongEntryCount { get; internal init; }

    /// <summary>Σ (∂L/∂θ − numerical)² over the checked entries: the writeup's "difference".</summary>
    public double SumOfSquaredDifferences { get; internal init; }

    /// <summary>The largest |numerical| value: the scale of the block.</summary>
    public double LargestEntry { get; internal init; }

    /// <summary>The largest |∂L/∂θ − numerical|.</summary>
    public double LargestDifference { get; internal init; }

    /// <summary>The largest relative difference.</summary>
    /// <remarks>
    /// Relative to the larger of the entry's absolute value and <see cref="GradientCheckOptions.SmallestSize"/> times the block's largest.
    /// </remarks>
    public double LargestRelativeDifference { get; internal init; }

    /// <summary>The row of the entry with the largest relative difference; −1 if no entry was checked.</summary>
    public int Row { get; internal init; }

    /// <summary>The column of that entry.</summary>
    public int Column { get; internal init; }

    /// <summary>∂L/∂θ of that entry.</summary>
    public double Analytic { get; internal init; }

    /// <summary>The numerical value of that entry.</summary>
    public double Numerical { get; internal init; }

    /// <summary>Whether all compared entries are within the tolerance, and kinks left at least one to compare.</summary>
    public bool HasPassed => WrongEntryCount == 0 && (CheckedEntryCount > 0 || KinkEntryCount == 0);

    /// <summary>The entry with the largest relative difference, such as "U[3,17]".</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{Name}[{Row},{Column}]");

    /// <summary>Returns the comparison as one line of text.</summary>
    /// <returns>The line, without a line break.</returns>
    public override string ToString() => CheckedEntryCount == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Name}: no entry checked, {KinkEntryCount} at kinks")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: {CheckedEntryCount} entries checked, {KinkEntryCount} at kinks, {WrongEntryCount} wrong; "
            + $"largest difference {LargestDifference:G3} in a block of {LargestEntry:G3}; "
            + $"largest relative {LargestRelativeDifference:G3} at {Place}, {Analytic:R} for {Numerical:R}");
}
