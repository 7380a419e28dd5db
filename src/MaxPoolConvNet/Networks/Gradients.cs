using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>∂L/∂θ for every parameter θ of a model, by parameter name.</summary>
/// <remarks>These are gradients of the log-likelihood, which is maximized: add them to the parameters to increase it.</remarks>
public sealed class Gradients
{
    private readonly Dictionary<string, Matrix<double>> _blocks = [];

    /// <summary>Collects the gradients. The matrices are not copied: don't change them afterwards.</summary>
    /// <param name="blocks">The parameters' names and ∂L/∂θ in their shapes.</param>
    /// <exception cref="ArgumentException">Two blocks have the same name.</exception>
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

    /// <summary>∂L/∂U (Sk × F): column j is (y − o)·v_j·f′(z_j)·x_{m_j}, with f′ = 1 − h_j² for tanh.</summary>
    /// <remarks>A sparse matrix for one-hot words. For a network with several widths, get the blocks by name ("U3").</remarks>
    /// <exception cref="KeyNotFoundException">The model has no parameter named "U".</exception>
    public Matrix<double> U => this["U"];

    /// <summary>∂L/∂V (1 × F): (y − o)·h.</summary>
    /// <exception cref="KeyNotFoundException">The model has no parameter named "V".</exception>
    public Matrix<double> V => this["V"];

    /// <summary>The gradient of the parameter with this name.</summary>
    /// <param name="name">The name, such as "U", "V", "filterBias" or "outputBias".</param>
    /// <exception cref="KeyNotFoundException">There is no such gradient; the message lists the names that exist.</exception>
    public Matrix<double> this[string name] => _blocks.TryGetValue(name, out Matrix<double>? block)
        ? block
        : throw new KeyNotFoundException($"there is no gradient of {name}, but of {string.Join(", ", Names)}");
}
