using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Samples.Sentiment;

internal static class OptimizerNames
{
    /// <summary>The optimizer of that name, with its default learning rate or the given one.</summary>
    public static Optimizer Create(string name, double? learningRate)
    {
        Optimizer optimizer = name.ToUpperInvariant() switch
        {
            "ADAGRAD" => new AdaGrad(),
            "ADADELTA" => new AdaDelta(),
            "ADAM" => new Adam(),
            "SGD" => new Sgd(),
            _ => throw new ArgumentException($"'{name}' is not a known optimizer; adagrad, adadelta, adam or sgd was expected"),
        };
        return learningRate is { } rate ? optimizer with { LearningRate = rate } : optimizer;
    }
}
