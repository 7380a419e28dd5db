using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>The logistic output's probability, log-likelihood and error, all computed from the logit, so that none loses digits.</summary>
internal static class LogisticFunction
{
    /// <summary>σ(z) = 1 / (1 + e^−z); far below zero it keeps its relative precision.</summary>
    public static T Probability<T>(T logit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (logit >= T.Zero) return T.One / (T.One + T.Exp(-logit));
        T odds = T.Exp(logit);
        return odds / (T.One + odds);
    }

    /// <summary>y·log o + (1 − y)·log(1 − o) = −softplus(∓z), where softplus(a) = max(a, 0) + log(1 + e^−|a|).</summary>
    public static T LogLikelihood<T>(T logit, int label)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T a = label == 1 ? -logit : logit;
        return -(T.Max(a, T.Zero) + LogOnePlus(T.Exp(-T.Abs(a))));
    }

    /// <summary>∂L/∂z = y − o; for y = 1 as σ(−z), which keeps its digits where o is nearly 1.</summary>
    public static T Error<T>(T logit, int label)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        label == 1 ? Probability(-logit) : -Probability(logit);

    /// <summary>log(1 + x) for x ≥ 0 without losing digits of a small x: divides out the rounding of 1 + x (Kahan).</summary>
    public static T LogOnePlus<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.One + x;
        return sum == T.One ? x : T.Log(sum) * (x / (sum - T.One));
    }
}
