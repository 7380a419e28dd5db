using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The max-pool over the positions with the activation that follows it: h_j = f(max_m z_mj), which is max_m f(z_mj), since f grows
/// monotonically. The winner is found before the activation: after it, saturated tanh and dead ReLUs would tie. Immutable and thread-safe.
/// </summary>
public sealed class MaxPool
{
    /// <summary>A max-pool with an activation behind it.</summary>
    /// <param name="activation">f; tanh by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such activation.</exception>
    public MaxPool(Activation activation = Activation.Tanh)
    {
        OptionRange.Check(activation, nameof(activation));
        Activation = activation;
    }

    /// <summary>f.</summary>
    public Activation Activation { get; }

    /// <summary>h_j = f(max_m z_mj), won by the first of the largest.</summary>
    /// <param name="responses">z, windows × F, as <see cref="ConvFilterLayer.Forward"/> gives it.</param>
    /// <returns>h and the winning windows, F of each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="responses"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no response, or one is NaN or infinite.</exception>
    public MaxPoolPass Forward(Matrix<double> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);

        if (responses.RowCount == 0 || responses.ColumnCount == 0)
            throw new ArgumentException($"the responses are {responses.RowCount} × {responses.ColumnCount}; at least a window and a filter were expected", nameof(responses));

        // the rows as a table of words that occur once each, seen through windows of one word: the fused kernel serves this view too
        var table = new FilterTable<double>(responses.RowCount, 1, responses.ColumnCount);
        for (int m = 0; m < responses.RowCount; m++)
        {
            for (int j = 0; j < responses.ColumnCount; j++)
            {
                Finite.Check(responses[m, j], "responses", m, j);
                table[m, 0, j] = responses[m, j];
            }
        }

        double[] pooled = new double[table.Stride];
        double[] winners = new double[table.Stride];
        int[] rows = [.. Enumerable.Range(0, responses.RowCount)];
        table.ConvolveMaxPool(rows, pooled, winners);
        Activation.Apply<double>(pooled);
        return new MaxPoolPass(
            this,
            responses.RowCount,
            [.. pooled.AsSpan(0, table.Filters)],
            ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(winners[..table.Filters], winner => (int)winner)));
    }

    /// <summary>∂L/∂z: in column j ∂L/∂h_j · f′ at the winning window, 0 at all others. f′ = 1 − h_j² for tanh; for ReLU 1 where h_j &gt; 0, else 0.</summary>
    /// <param name="pass">What <see cref="Forward"/> returned.</param>
    /// <param name="pooledGradient">∂L/∂h, F numbers.</param>
    /// <returns>∂L/∂z, windows × F, sparse. Changes nothing.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The gradient hasn't F entries, or the pass is another layer's.</exception>
    public Matrix<double> Backward(MaxPoolPass pass, Vector<double> pooledGradient)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(pooledGradient);
        if (pass.Layer != this) throw new ArgumentException("the pass is another layer's", nameof(pass));
        if (pooledGradient.Count != pass.Pooled.Length)
            throw new ArgumentException($"∂L/∂h has {pooledGradient.Count} entries for {pass.Pooled.Length} features", nameof(pooledGradient));

        double[] activated = new double[AlignedArray<double>.WholeLines(pass.Pooled.Length)];
        double[] gradients = new double[activated.Length];
        pass.Pooled.CopyTo(activated);
        pooledGradient.ToArray().CopyTo(gradients, 0);
        Activation.MultiplyByDerivative<double>(activated, gradients);
        return Matrix<double>.Build.SparseOfIndexed(
            pass.WindowCount,
            pass.Pooled.Length,
            gradients.Take(pass.Pooled.Length).Select((gradient, j) => (pass.Winners[j], j, gradient)).Where(entry => entry.gradient != 0));
    }
}
