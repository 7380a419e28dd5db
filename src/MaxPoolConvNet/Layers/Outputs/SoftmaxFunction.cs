using System.Numerics;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The softmax output's probabilities, log-likelihood and errors, computed from the logits minus the largest, so nothing overflows.
/// </summary>
internal static class SoftmaxFunction
{
    /// <summary>The number of exponentials that are computed at once.</summary>
    private const int Block = 128;

    /// <summary>o_c = e^z_c / Σ e^z.</summary>
    public static void Probabilities<T>(ReadOnlySpan<T> logits, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = Largest(logits);
        Exponentials(logits, largest, probabilities);
        T sum = T.Zero;
        foreach (T probability in probabilities)
            sum += probability;

        foreach (ref T probability in probabilities)
            probability /= sum;
    }

    /// <summary>o_c of one class, in double precision and without an array.</summary>
    public static double Probability<T>(ReadOnlySpan<T> logits, int label)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double largest = double.CreateChecked(Largest(logits));
        double sum = 0;
        foreach (T logit in logits)
            sum += Math.Exp(double.CreateChecked(logit) - largest);
        return Math.Exp(double.CreateChecked(logits[label]) - largest) / sum;
    }

    /// <summary>log o_y = z_y − log Σ e^z.</summary>
    public static T LogLikelihood<T>(ReadOnlySpan<T> logits, int label)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // without the largest itself, whose e^0 is the 1 of log(1 + …): the small loss of a likely label keeps its digits
        int most = IndexOfLargest(logits);
        T others = T.Zero;
        Span<T> exponentials = stackalloc T[Block];
        for (int first = 0; first < logits.Length; first += Block)
        {
            ReadOnlySpan<T> block = logits[first..Math.Min(first + Block, logits.Length)];
            Exponentials(block, logits[most], exponentials);
            for (int c = 0; c < block.Length; c++)
            {
                if (first + c != most) others += exponentials[c];
            }
        }

        return logits[label] - logits[most] - LogisticFunction.LogOnePlus(others);
    }

    /// <summary>
    /// ∂L/∂z_c = y_c − o_c; for the label itself, the sum of the other probabilities, which keeps its digits if o is nearly 1.
    /// </summary>
    public static void Errors<T>(ReadOnlySpan<T> logits, int label, Span<T> errors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Probabilities(logits, errors);
        T others = T.Zero;
        for (int c = 0; c < errors.Length; c++)
        {
            if (c == label) continue;
            others += errors[c];
            errors[c] = -errors[c];
        }

        errors[label] = others;
    }

    /// <summary>The index of the first of the largest.</summary>
    public static int IndexOfLargest<T>(ReadOnlySpan<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int most = 0;
        for (int c = 1; c < logits.Length; c++)
        {
            if (logits[c] > logits[most]) most = c;
        }

        return most;
    }

    /// <summary>e^(z_c − largest); in single precision on all lanes.</summary>
    private static void Exponentials<T>(ReadOnlySpan<T> logits, T largest, Span<T> exponentials)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            Lanes.Run<Exponential, float>(new Exponential(
                MemoryMarshal.Cast<T, float>(logits), float.CreateTruncating(largest), MemoryMarshal.Cast<T, float>(exponentials)));
        }
        else
        {
            for (int c = 0; c < logits.Length; c++)
                exponentials[c] = T.Exp(logits[c] - largest);
        }
    }

    private static T Largest<T>(ReadOnlySpan<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => logits[IndexOfLargest(logits)];
}
