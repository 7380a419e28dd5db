using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

// Checks the gradient of a model of one's own: logistic regression over words, logit = Σ weights of the text's words.
GradientReport report = GradientChecker.Check(new BagOfWords(Matrix<double>.Build.Random(100, 1, seed: 7)), TextInput.FromWordIds(3, 14, 92, 3), Target.OfClass(1));
Console.WriteLine(report);
return report.HasPassed ? 0 : 1;

internal sealed class BagOfWords(Matrix<double> weights) : IModel
{
    public IReadOnlyList<Parameter> Parameters { get; } = [new Parameter("weights", weights)];
    public ForwardPass Forward(TextInput text) => new Pass(text, text.WordIds.Sum(word => weights[word, 0]));
    public Gradients Backward(ForwardPass pass, Target target) => new(("weights", Matrix<double>.Build.Dense(
        100, 1, (word, _) => ((Pass)pass).Text.WordIds.Count(id => id == word) * (target.Class - pass.Probability))));
}

internal sealed class Pass(TextInput text, double logit) : ForwardPass
{
    public TextInput Text => text;
    public override ImmutableArray<double> Logits => [logit];
}
