using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet.Networks;

/// <summary>The result of <see cref="MaxPool.Forward"/>. Immutable and thread-safe.</summary>
[DebuggerDisplay("{Pooled.Length} features, {WindowCount} windows")]
public sealed class MaxPoolPass
{
    internal MaxPoolPass(MaxPool layer, int windowCount, ImmutableArray<double> pooled, ImmutableArray<int> winners)
    {
        Layer = layer;
        WindowCount = windowCount;
        Pooled = pooled;
        Winners = winners;
    }

    /// <summary>The number of windows: the rows of the responses.</summary>
    public int WindowCount { get; }

    /// <summary>h_j = f(max_m z_mj), F numbers.</summary>
    public ImmutableArray<double> Pooled { get; }

    /// <summary>m_j, the winning row for each filter: the first of equal ones.</summary>
    public ImmutableArray<int> Winners { get; }

    internal MaxPool Layer { get; }
}
