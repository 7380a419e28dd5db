using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>The activations and their derivatives, over pooled features.</summary>
internal static class ActivationFunction
{
    /// <summary>h = f(z), in place.</summary>
    public static void Apply<T>(this Activation activation, Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (activation == Activation.Tanh)
        {
            Lanes.Run<HyperbolicTangent<T>, T>(new HyperbolicTangent<T>(values));
            return;
        }

        foreach (ref T value in values)
            value = value > T.Zero ? value : T.Zero;
    }

    /// <summary>gradients ·= f′, from h = f(z): 1 − h² for tanh; for ReLU 1 where h &gt; 0. Both are whole cache lines.</summary>
    public static void MultiplyByDerivative<T>(this Activation activation, ReadOnlySpan<T> activated, Span<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (activation == Activation.Tanh)
        {
            Lanes.Run<MultiplyByTanhSlope<T>, T>(new MultiplyByTanhSlope<T>(activated, gradients));
            return;
        }

        for (int j = 0; j < activated.Length; j++)
        {
            if (!(activated[j] > T.Zero)) gradients[j] = T.Zero;
        }
    }
}
