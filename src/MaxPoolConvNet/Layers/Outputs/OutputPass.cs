using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet.Networks;

/// <summary>What <see cref="OutputLayer.Forward"/> made of the pooled features. Immutable and thread-safe.</summary>
[DebuggerDisplay("{Pooled.Length} features, {Logits.Length} logits")]
public sealed class OutputPass
{
    internal OutputPass(OutputLayer layer, ImmutableArray<double> pooled, ImmutableArray<double> logits, ImmutableArray<double> probabilities)
    {
        Layer = layer;
        Pooled = pooled;
        Logits = logits;
        Probabilities = probabilities;
    }

    /// <summary>h, as it came in.</summary>
    public ImmutableArray<double> Pooled { get; }

    /// <summary>V·h and the bias, one for each row of V.</summary>
    public ImmutableArray<double> Logits { get; }

    /// <summary>o, from 0 to 1.</summary>
    public ImmutableArray<double> Probabilities { get; }

    internal OutputLayer Layer { get; }
}
