using System.Collections.Immutable;

namespace MaxPoolConvNet.Training;

/// <summary>The minimum probabilities that keep the error of accepted answers at or below a rate.</summary>
/// <param name="rate">The largest fraction of the accepted answers that may be wrong, one of <see cref="ErrorPromises.Rates"/>.</param>
/// <param name="minimums">
/// The minimum probability of the predicted label, or that of each label if a text can have several: from 0 to 1, or
/// <see cref="double.PositiveInfinity"/> for a label that can't be promised. At least one is finite.
/// </param>
/// <param name="coverage">The fraction of the answers that were accepted, from 0 to 1.</param>
internal sealed class ErrorPromise(double rate, ImmutableArray<double> minimums, double coverage)
{
    public double Rate => rate;

    public ImmutableArray<double> Minimums => minimums;

    public double Coverage => coverage;

    /// <summary>Whether an answer is accepted.</summary>
    /// <param name="label">The index of the label.</param>
    /// <param name="probability">Its probability.</param>
    public bool Accepts(int label, double probability) => probability >= Minimums[Minimums.Length == 1 ? 0 : label];
}
