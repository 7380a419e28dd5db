using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet;

/// <summary>What <see cref="ConvFilterLayer.Backward"/> returns.</summary>
/// <param name="U">∂L/∂U, Sk × F; a sparse matrix where the words are one-hot.</param>
/// <param name="Bias">∂L/∂b, 1 × F; null where the layer has no biases.</param>
/// <param name="WordVectors">∂L/∂x, n × S, what goes on to <see cref="Embedding.Backward"/>; null where the words are one-hot.</param>
public sealed record ConvFilterGradients(Matrix<double> U, Matrix<double>? Bias, Matrix<double>? WordVectors);
