using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>The activations and their derivatives, over pooled features.</summary>
internal static class ActivationFunction
{
    /// <summary>h = f(z), in place.</summary>
    public static void Apply<T>(this Activation activation, Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.Tanh:
                Lanes.Run<HyperbolicTangent<T>, T>(new HyperbolicTangent<T>(values));
                break;
            case Activation.Relu:
                foreach (ref T value in values)
                    value = value > T.Zero ? value : T.Zero;
                break;
            default:
                throw Unknown(activation);
        }
    }

    /// <summary>
    /// Multiplies gradients by f′, computed from h = f(z): 1 − h² for tanh; for ReLU 1 if h &gt; 0. Both are whole cache lines.
    /// </summary>
    public static void MultiplyByDerivative<T>(this Activation activation, ReadOnlySpan<T> activated, Span<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.Tanh:
                Lanes.Run<MultiplyByTanhSlope<T>, T>(new MultiplyByTanhSlope<T>(activated, gradients));
                break;
            case Activation.Relu:
                for (int j = 0; j < activated.Length; j++)
                {
                    if (!(activated[j] > T.Zero)) gradients[j] = T.Zero;
                }

                break;
            default:
                throw Unknown(activation);
        }
    }

    /// <summary>Returns whether f is smooth between two of its values: only ReLU has a kink, at 0.</summary>
    public static bool IsSmoothBetween<T>(this Activation activation, ReadOnlySpan<T> activated, ReadOnlySpan<T> others)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.Tanh:
                return true;
            case Activation.Relu:
                for (int j = 0; j < activated.Length; j++)
                {
                    if (activated[j] > T.Zero != others[j] > T.Zero) return false;
                }

                return true;
            default:
                throw Unknown(activation);
        }
    }

    private static ArgumentOutOfRangeException Unknown(Activation activation) =>
        new(nameof(activation), activation, "there is no such activation");
}
