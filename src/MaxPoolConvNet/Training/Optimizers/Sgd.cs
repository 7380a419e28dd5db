namespace MaxPoolConvNet.Training;

/// <summary>Stochastic gradient ascent on the log-likelihood: θ += η·g. The learning rate is 0.1 by default.</summary>
public sealed record Sgd : Optimizer
{
    /// <summary>With the default learning rate.</summary>
    public Sgd() => LearningRate = 0.1;
}
