using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>A model whose log-likelihood is a constant and Σ slope·θ over entries θ that begin at 0: all that a check computes of it is exact.</summary>
internal sealed class LinearModel : IModel
{
    private readonly double[][] _slopes;
    private readonly double _constant;
    private readonly Gradients? _gradients;
    private readonly double[][] _entries;

    /// <param name="constant">The constant.</param>
    /// <param name="slopes">For each parameter, named "p0", "p1" and so on, a slope for each of its entries, which are one row.</param>
    /// <param name="gradients">What Backward returns, in the same form; null for the slopes.</param>
    public LinearModel(double constant, double[][] slopes, double[][]? gradients = null)
    {
        (_constant, _slopes) = (constant, slopes);
        _entries = [.. slopes.Select(own => new double[own.Length])];
        _gradients = new Gradients((gradients ?? slopes).Select((own, p) => ($"p{p}", Matrix<double>.Build.Dense(1, own.Length, [.. own]))));
        Parameters =
        [
            .. slopes.Select((own, p) => new Parameter(
                $"p{p}", 1, own.Length, (_, column) => _entries[p][column], (_, column, value) => _entries[p][column] = value)),
        ];
    }

    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The entries of all parameters, at each Forward.</summary>
    public List<double[]> Seen { get; } = [];

    /// <summary>Whether any other entries are beyond a kink.</summary>
    public bool HasKinks { get; init; }

    public ForwardPass Forward(TextInput text)
    {
        double[] entries = [.. _entries.SelectMany(own => own)];
        Seen.Add(entries);
        return new Pass(_constant + _slopes.SelectMany(own => own).Zip(entries, (slope, entry) => slope * entry).Sum(), HasKinks ? entries : []);
    }

    public Gradients Backward(ForwardPass pass, Target target) => _gradients!;

    private sealed class Pass(double logLikelihood, double[] piece) : ForwardPass
    {
        private readonly double[] _piece = piece;

        public override ImmutableArray<double> Logits => [0];

        public override ImmutableArray<double> Probabilities => [0.5];

        public override double LogLikelihood(Target target) => logLikelihood;

        public override bool IsOnSamePieceAs(ForwardPass other) => _piece.AsSpan().SequenceEqual(((Pass)other)._piece);
    }
}
