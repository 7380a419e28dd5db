using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>A number for each label, computed when asked for: there may be many labels, and mostly one is of interest.</summary>
internal sealed class PerLabel(int labels, Func<int, double> numberOf)
{
    private double[]? _all;

    public double this[int label] => numberOf(label);

    /// <summary>All of them, kept once they are computed. Threads that ask at the same time may compute them twice.</summary>
    public ImmutableArray<double> All => ImmutableCollectionsMarshal.AsImmutableArray(
        LazyInitializer.EnsureInitialized(ref _all, () => [.. Enumerable.Range(0, labels).Select(numberOf)]));
}
