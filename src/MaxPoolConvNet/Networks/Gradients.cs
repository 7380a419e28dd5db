using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// ∂L/∂θ for every parameter θ of a model, by the parameters' names: gradients of the log-likelihood, which is maximised (add them to climb).
/// </summary>
public sealed class Gradients
{
    private readonly Dictionary<string, Matrix<double>> _blocks = [];

    /// <summary>Gathers the blocks, which are not copied: don't change them afterwards.</summary>
    /// <param name="blocks">Name of the parameter and ∂L/∂θ in its shape.</param>
    /// <exception cref="ArgumentException">Two blocks have one name.</exception>
    public Gradients(params IEnumerable<(string Name, Matrix<double> Block)> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        foreach ((string name, Matrix<double> block) in blocks)
        {
            if (!_blocks.TryAdd(name, block)) throw new ArgumentException($"there are two gradients of {name}", nameof(blocks));
        }

        Names = [.. _blocks.Keys];
    }

    /// <summary>The parameters' names, in the order given.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>
    /// ∂L/∂U (Sk × F): column j is (y − o)·v_j·f′(z_j)·x_{m_j}, with f′ = 1 − h_j² for tanh. A sparse matrix where the words are one-hot.
    /// Of a network with several widths ask for the blocks by name ("U3").
    /// </summary>
    /// <exception cref="KeyNotFoundException">The model has no parameter of that name.</exception>
    public Matrix<double> U => this["U"];

    /// <summary>∂L/∂V (1 × F): (y − o)·h.</summary>
    /// <exception cref="KeyNotFoundException">The model has no parameter of that name.</exception>
    public Matrix<double> V => this["V"];

    /// <summary>The gradient of the parameter of this name.</summary>
    /// <param name="name">Such as "U", "V", "filterBias" or "outputBias".</param>
    /// <exception cref="KeyNotFoundException">There is none of that name; the message lists those there are.</exception>
    public Matrix<double> this[string name] => _blocks.TryGetValue(name, out Matrix<double>? block)
        ? block
        : throw new KeyNotFoundException($"there is no gradient of {name}, but of {string.Join(", ", Names)}");
}
