using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>The max-pool over positions and the activation after it: h_j = f(max_m z_mj). Immutable and thread-safe.</summary>
/// <remarks>
/// Since f is monotonic, this is max_m f(z_mj). The winner is determined before the activation: after it, saturated tanh values and dead
/// ReLUs would tie.
/// </remarks>
public sealed class MaxPool
{
    /// <summary>Creates a max-pool followed by an activation.</summary>
    /// <param name="activation">f. The default is tanh.</param>
    /// <exception cref="ArgumentOutOfRangeException">The activation is undefined.</exception>
    public MaxPool(Activation activation = Activation.Tanh)
    {
        OptionRange.Check(activation, nameof(activation));
        Activation = activation;
    }

    /// <summary>f, the activation.</summary>
    public Activation Activation { get; }

    /// <summary>Computes h_j = f(max_m z_mj); the winner is the first of the largest responses.</summary>
    /// <param name="responses">z, windows × F, as <see cref="ConvFilterLayer.Forward"/> computes it.</param>
    /// <returns>h and the winning windows, F of each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="responses"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no response, or one is NaN or infinite.</exception>
    public MaxPoolPass Forward(Matrix<double> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);

        if (responses.RowCount == 0 || responses.ColumnCount == 0)
        {
            throw new ArgumentException(
                $"the responses are {responses.RowCount} × {responses.ColumnCount}; at least a window and a filter were expected",
                nameof(responses));
        }

        // the rows as a table of words that occur once each, seen through windows of one word: the fused kernel computes this too
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

    /// <summary>Computes ∂L/∂z: in column j, ∂L/∂h_j · f′ at the winning window, 0 elsewhere. Changes nothing.</summary>
    /// <remarks>f′ is 1 − h_j² for tanh; for ReLU it is 1 if h_j &gt; 0, else 0.</remarks>
    /// <param name="pass">The result of <see cref="Forward"/>.</param>
    /// <param name="pooledGradient">∂L/∂h, F numbers.</param>
    /// <returns>∂L/∂z, windows × F, as a sparse matrix.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The gradient doesn't have F entries, or the pass belongs to another layer.</exception>
    public Matrix<double> Backward(MaxPoolPass pass, Vector<double> pooledGradient)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(pooledGradient);
        if (pass.Layer != this) throw new ArgumentException("the pass is another layer's", nameof(pass));
        if (pooledGradient.Count != pass.Pooled.Length)
            throw new ArgumentException(
                $"∂L/∂h has {pooledGradient.Count} entries for {pass.Pooled.Length} features", nameof(pooledGradient));

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
