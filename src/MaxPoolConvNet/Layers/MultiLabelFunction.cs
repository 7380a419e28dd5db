using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>The multi-label output's log-likelihood and errors: a logistic function for each label, from the logits.</summary>
internal static class MultiLabelFunction
{
    /// <summary>σ(z_c), each for itself.</summary>
    public static void Probabilities<T>(ReadOnlySpan<T> logits, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int c = 0; c < logits.Length; c++)
            probabilities[c] = LogisticFunction.Probability(logits[c]);
    }

    /// <summary>Σ_c y_c·log o_c + (1 − y_c)·log(1 − o_c).</summary>
    public static T LogLikelihood<T>(ReadOnlySpan<T> logits, Target target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int c = 0; c < logits.Length; c++)
            sum += LogisticFunction.LogLikelihood(logits[c], target.Contains(c) ? 1 : 0);
        return sum;
    }

    /// <summary>∂L/∂z_c = y_c − o_c.</summary>
    public static void Errors<T>(ReadOnlySpan<T> logits, Target target, Span<T> errors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int c = 0; c < logits.Length; c++)
            errors[c] = LogisticFunction.Error(logits[c], target.Contains(c) ? 1 : 0);
    }
}
