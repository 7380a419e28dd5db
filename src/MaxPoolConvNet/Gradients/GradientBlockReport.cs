using System.Globalization;

namespace MaxPoolConvNet.Networks;

/// <summary>How the gradient of one parameter compares with its numerical value. Immutable and thread-safe.</summary>
public sealed class GradientBlockReport
{
    internal GradientBlockReport(string name) => Name = name;

    /// <summary>The parameter, such as "U".</summary>
    public string Name { get; }

    /// <summary>The number of entries that were compared one by one.</summary>
    public int CheckedEntryCount { get; internal init; }

    /// <summary>The number of entries that could not be compared, since a max-pool winner or a ReLU changes at once on both sides.</summary>
    public int KinkEntryCount { get; internal init; }

    /// <summary>The number of entries outside the tolerance, and of entries that aren't 0 in rows that the text doesn't use.</summary>
    public int WrongEntryCount { get; internal init; }

    /// <summary>Σ (∂L/∂θ − numerical)² over the entries checked: the writeup's "difference".</summary>
    public double SumOfSquaredDifferences { get; internal init; }

    /// <summary>The largest |numerical| value: the block's size.</summary>
    public double LargestEntry { get; internal init; }

    /// <summary>The largest |∂L/∂θ − numerical|.</summary>
    public double LargestDifference { get; internal init; }

    /// <summary>
    /// The largest difference relative to the larger of the entry's own size and <see cref="GradientCheckOptions.SmallestSize"/> of the block's
    /// largest.
    /// </summary>
    public double LargestRelativeDifference { get; internal init; }

    /// <summary>The row of the entry with the largest relative difference; −1 where none was checked.</summary>
    public int Row { get; internal init; }

    /// <summary>Its column.</summary>
    public int Column { get; internal init; }

    /// <summary>∂L/∂θ there.</summary>
    public double Analytic { get; internal init; }

    /// <summary>The numerical value there.</summary>
    public double Numerical { get; internal init; }

    /// <summary>Whether no entry is outside the tolerance, and kinks have left any to compare.</summary>
    public bool HasPassed => WrongEntryCount == 0 && (CheckedEntryCount > 0 || KinkEntryCount == 0);

    /// <summary>Where the largest relative difference is, such as "U[3,17]".</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{Name}[{Row},{Column}]");

    /// <summary>A line of text.</summary>
    /// <returns>Without a line end.</returns>
    public override string ToString() => CheckedEntryCount == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Name}: no entry checked, {KinkEntryCount} at kinks")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: {CheckedEntryCount} entries checked, {KinkEntryCount} at kinks, {WrongEntryCount} wrong; largest difference {LargestDifference:G3} in a block of {LargestEntry:G3}; largest relative {LargestRelativeDifference:G3} at {Place}, {Analytic:R} for {Numerical:R}");
}
