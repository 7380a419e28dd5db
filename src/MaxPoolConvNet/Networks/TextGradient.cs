using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>The gradient of one text in compact form: with the pass, these numbers determine its gradients of U and V.</summary>
internal sealed class TextGradient<T>(Network<T> network)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>∂L/∂logits = y − o.</summary>
    public T[] Errors { get; } = new T[network.Output.Logits];

    /// <summary>δ_j = ∂L/∂z of the winning window of filter j; whole cache lines.</summary>
    public T[] Responses { get; } = new T[AlignedArray<T>.WholeLines(network.Features)];
}
