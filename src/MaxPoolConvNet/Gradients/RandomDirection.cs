using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>A random direction in which parameters move at once, each entry by the step times its own factor from ±[0.5, 1.5).</summary>
/// <remarks>So every entry counts, a wrong one shows wherever it is, and two wrong ones cancel only by an unlikely chance.</remarks>
/// <param name="model">The model.</param>
/// <param name="seed">The seed of the numbers.</param>
internal sealed class RandomDirection(IModel model, ulong seed)
{
    private readonly double[][] _start = [.. model.Parameters.Select(Values)];

    /// <summary>The gradients' slope in the direction, and their length.</summary>
    public (double Slope, double Length) Project(Gradients gradients)
    {
        double slope = 0;
        double squares = 0;
        for (int p = 0; p < _start.Length; p++)
        {
            Parameter parameter = model.Parameters[p];
            CounterRandom random = Numbers(p);
            foreach ((int row, int column, double entry) in gradients[parameter.Name].EnumerateIndexed(Zeros.AllowSkip))
            {
                slope += Size(Bits(random, row, column), column) * entry;
                squares += entry * entry;
            }
        }

        return (slope, Math.Sqrt(squares));
    }

    /// <summary>Sets the parameters to their initial values plus the step.</summary>
    public void Move(double step)
    {
        for (int p = 0; p < _start.Length; p++)
        {
            Parameter parameter = model.Parameters[p];
            CounterRandom random = Numbers(p);
            double[] moved = new double[parameter.ColumnCount];
            ulong bits = 0;
            for (int row = 0; row < parameter.RowCount; row++)
            {
                ReadOnlySpan<double> start = StartOf(p, row, moved.Length);
                for (int column = 0; column < moved.Length; column++)
                {
                    if ((column & 3) == 0) bits = Bits(random, row, column);
                    moved[column] = start[column] + (step * Size(bits, column));
                }

                parameter.SetRow(row, moved);
            }
        }
    }

    /// <summary>Restores the parameters bit for bit; it copies them, since a step of 0 would turn −0 into 0.</summary>
    public void PutBack()
    {
        for (int p = 0; p < _start.Length; p++)
        {
            Parameter parameter = model.Parameters[p];
            for (int row = 0; row < parameter.RowCount; row++)
                parameter.SetRow(row, StartOf(p, row, parameter.ColumnCount));
        }
    }

    private static double[] Values(Parameter parameter)
    {
        double[] values = new double[checked(parameter.RowCount * parameter.ColumnCount)];
        for (int row = 0; row < parameter.RowCount; row++)
            parameter.CopyRow(row, values.AsSpan(row * parameter.ColumnCount, parameter.ColumnCount));
        return values;
    }

    /// <summary>The random bits, 16 for each of the four columns that include this one.</summary>
    private static ulong Bits(CounterRandom random, int row, int column) => random.Bits(((ulong)row << 30) + ((ulong)column >> 2));

    /// <summary>A number from ±[0.5, 1.5): one bit of sign, 15 of size.</summary>
    private static double Size(ulong bits, int column)
    {
        int own = (int)(bits >> (16 * (column & 3))) & 0xFFFF;
        double size = 0.5 + ((own >> 1) * (1.0 / 32768));
        return (own & 1) == 0 ? size : -size;
    }

    private CounterRandom Numbers(int parameter) => new CounterRandom(seed).Stream((ulong)parameter);

    private ReadOnlySpan<double> StartOf(int parameter, int row, int columns) => _start[parameter].AsSpan(row * columns, columns);
}
