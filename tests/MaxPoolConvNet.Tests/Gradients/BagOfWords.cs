using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>A user's own model: logistic regression over word counts, logit = Σ_w count_w·weight_w + bias.</summary>
internal sealed class BagOfWords : IModel
{
    private readonly double[] _weights;
    private readonly double _factor;
    private double _bias = -0.3;

    /// <param name="weights">One for each word.</param>
    /// <param name="factor">Of the gradients: 1 is right.</param>
    public BagOfWords(double[] weights, double factor = 1)
    {
        _weights = weights;
        _factor = factor;
        Parameters =
        [
            new Parameter("weights", weights.Length, 1, (row, _) => _weights[row], (row, _, value) => _weights[row] = value),
            new Parameter("bias", 1, 1, (_, _) => _bias, (_, _, value) => _bias = value),
        ];
    }

    public IReadOnlyList<Parameter> Parameters { get; }

    public ForwardPass Forward(TextInput text) => new Pass(text, text.WordIds.Sum(word => _weights[word]) + _bias);

    public Gradients Backward(ForwardPass pass, Target target)
    {
        var own = (Pass)pass;
        double error = _factor * (target.Class - own.Probability);
        var weights = Matrix<double>.Build.Dense(_weights.Length, 1);
        foreach (int word in own.Text.WordIds)
            weights[word, 0] += error;
        return new Gradients(("weights", weights), ("bias", Matrix<double>.Build.Dense(1, 1, error)));
    }

    private sealed class Pass(TextInput text, double logit) : ForwardPass
    {
        public TextInput Text => text;

        public override ImmutableArray<double> Logits => [logit];

        public override ImmutableArray<double> Probabilities => [1 / (1 + Math.Exp(-logit))];

        public override double LogLikelihood(Target target) => -Math.Log(1 + Math.Exp(target.Class == 1 ? -logit : logit));
    }
}
