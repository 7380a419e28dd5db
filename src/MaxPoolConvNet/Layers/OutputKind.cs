namespace MaxPoolConvNet;

/// <summary>How logits become probabilities.</summary>
internal enum OutputKind
{
    /// <summary>One logit: σ(z) is the probability of class 1.</summary>
    Logistic,

    /// <summary>A logit for each class: e^z_c / Σ e^z.</summary>
    Softmax,
}
