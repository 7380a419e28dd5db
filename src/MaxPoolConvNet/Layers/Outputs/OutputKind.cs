namespace MaxPoolConvNet.Networks;

/// <summary>The kind of output: how logits become probabilities.</summary>
public enum OutputKind
{
    /// <summary>One logit z for two classes: σ(z) is the probability of class 1.</summary>
    Logistic,

    /// <summary>One logit per class, for two or more classes of which a text has one: e^z_c / Σ e^z.</summary>
    Softmax,

    /// <summary>One logit per label, for any number of labels per text: σ(z_c) is the probability that label c applies.</summary>
    MultiLabel,
}
