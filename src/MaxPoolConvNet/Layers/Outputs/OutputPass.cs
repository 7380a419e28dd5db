using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet.Networks;

/// <summary>The result of <see cref="OutputLayer.Forward"/>. Immutable and thread-safe.</summary>
[DebuggerDisplay("{Pooled.Length} features, {Logits.Length} logits")]
public sealed class OutputPass
{
    internal OutputPass(
        OutputLayer layer, ImmutableArray<double> pooled, ImmutableArray<double> logits, ImmutableArray<double> probabilities)
    {
        Layer = layer;
        Pooled = pooled;
        Logits = logits;
        Probabilities = probabilities;
    }

    /// <summary>h, the input.</summary>
    public ImmutableArray<double> Pooled { get; }

    /// <summary>V·h plus the bias, one per row of V.</summary>
    public ImmutableArray<double> Logits { get; }

    /// <summary>o, the probabilities, from 0 to 1.</summary>
    public ImmutableArray<double> Probabilities { get; }

    internal OutputLayer Layer { get; }
}
