using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>A model with a kink at every point: nothing can be compared, and a check that has compared nothing isn't passed.</summary>
public class KinkedModelTests
{
    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(1e-3, 1)]
    [InlineData(double.NaN, 1)]
    public void NothingComparedIsNotPassed_AndWrongEntriesInUnusedRowsAreCounted(double wrong, int entriesWrong)
    {
        GradientReport report = GradientCalls.Check(new Kinked(wrong), TextInput.FromWordIds(0), Target.OfClass(1));

        Assert.True(report.Direction.IsAtKink);
        Assert.Equal(1, report["w"].KinkEntryCount);
        Assert.Equal(entriesWrong, report["w"].WrongEntryCount);
        Assert.False(report.HasPassed);
    }

    /// <summary>σ(θ_0) over one weight a word, whose pass claims to have a kink around every point that isn't where it began.</summary>
    private sealed class Kinked(double wrong) : IModel
    {
        private readonly double[] _weights = [0.5, -0.25];

        public IReadOnlyList<Parameter> Parameters => [new Parameter("w", 2, 1, (row, _) => _weights[row], (row, _, value) => _weights[row] = value, text => text.WordIds)];

        public ForwardPass Forward(TextInput text) => new Pass(_weights[0]);

        public Gradients Backward(ForwardPass pass, Target target) =>
            new(("w", Matrix<double>.Build.DenseOfArray(new[,] { { 1 - pass.Probability }, { wrong } })));

        private sealed class Pass(double weight) : ForwardPass
        {
            public override ImmutableArray<double> Logits => [weight];

            public override ImmutableArray<double> Probabilities => [1 / (1 + Math.Exp(-weight))];

            public override double LogLikelihood(Target target) => Math.Log(Probability);

            public override bool IsOnSamePieceAs(ForwardPass other) => Logit == other.Logit;
        }
    }
}
