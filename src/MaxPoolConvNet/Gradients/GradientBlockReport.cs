using System.Globalization;

namespace MaxPoolConvNet;

/// <summary>How the gradient of one parameter compares with its numerical value.</summary>
/// <param name="Name">The parameter, such as "U".</param>
/// <param name="EntriesChecked">Entries that were compared one by one.</param>
/// <param name="EntriesAtKinks">Entries that could not be compared, since a max-pool winner or a ReLU changes at once on both sides.</param>
/// <param name="EntriesWrong">Entries outside the tolerance, and entries that aren't 0 in rows that the text doesn't use.</param>
/// <param name="SumOfSquaredDifferences">Σ (∂L/∂θ − numerical)² over the entries checked: the writeup's "difference".</param>
/// <param name="LargestEntry">The largest |numerical| value: the block's size.</param>
/// <param name="LargestDifference">The largest |∂L/∂θ − numerical|.</param>
/// <param name="LargestRelativeDifference">
/// The largest difference relative to the larger of the entry's own size and <see cref="GradientCheckOptions.SmallestSize"/> of the block's largest.
/// </param>
/// <param name="Row">Row of the entry with the largest relative difference; −1 where none was checked.</param>
/// <param name="Column">Its column.</param>
/// <param name="Analytic">∂L/∂θ there.</param>
/// <param name="Numerical">The numerical value there.</param>
public sealed record GradientBlockReport(
    string Name,
    int EntriesChecked,
    int EntriesAtKinks,
    int EntriesWrong,
    double SumOfSquaredDifferences,
    double LargestEntry,
    double LargestDifference,
    double LargestRelativeDifference,
    int Row,
    int Column,
    double Analytic,
    double Numerical)
{
    /// <summary>Whether no entry is outside the tolerance, and kinks have left any to compare.</summary>
    public bool Passed => EntriesWrong == 0 && (EntriesChecked > 0 || EntriesAtKinks == 0);

    /// <summary>Where the largest relative difference is, such as "U[3,17]".</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{Name}[{Row},{Column}]");

    /// <summary>A line of text.</summary>
    /// <returns>Without a line end.</returns>
    public override string ToString() => EntriesChecked == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Name}: no entry checked, {EntriesAtKinks} at kinks")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: {EntriesChecked} entries checked, {EntriesAtKinks} at kinks, {EntriesWrong} wrong; largest difference {LargestDifference:G3} in a block of {LargestEntry:G3}; largest relative {LargestRelativeDifference:G3} at {Place}, {Analytic:R} for {Numerical:R}");
}
