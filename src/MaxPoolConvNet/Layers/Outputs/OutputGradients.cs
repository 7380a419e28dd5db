using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet;

/// <summary>What <see cref="OutputLayer.Backward"/> returns.</summary>
/// <param name="V">∂L/∂V = (y − o)·h, in V's shape.</param>
/// <param name="Bias">y − o, 1 × rows of V; null where the layer has no bias.</param>
/// <param name="Pooled">∂L/∂h = Σ_c (y_c − o_c)·V_c, F numbers: what goes on to <see cref="MaxPool.Backward"/>.</param>
public sealed record OutputGradients(Matrix<double> V, Matrix<double>? Bias, Vector<double> Pooled);
