namespace MaxPoolConvNet.Networks;

/// <summary>How an output's logits become probabilities.</summary>
public enum OutputKind
{
    /// <summary>One logit: σ(z) is the probability of class 1 of two.</summary>
    Logistic,

    /// <summary>A logit for each of two or more classes, of which a text has one: e^z_c / Σ e^z.</summary>
    Softmax,

    /// <summary>A logit for each label, of which a text has any number: σ(z_c) is the probability that label c applies.</summary>
    MultiLabel,
}
