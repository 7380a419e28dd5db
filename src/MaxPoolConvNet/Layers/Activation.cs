namespace MaxPoolConvNet.Networks;

/// <summary>The activation f after the max-pool: h_j = f(max_m z_mj). Both functions are monotonic, so f may follow the pooling.</summary>
public enum Activation
{
    /// <summary>f(z) = tanh z, with the derivative f′ = 1 − h². The default.</summary>
    Tanh,

    /// <summary>f(z) = max(0, z), with the derivative f′ = 1 where z &gt; 0, else 0.</summary>
    Relu,
}
