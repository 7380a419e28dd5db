using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet;

/// <summary>
/// A random direction in which parameters move at once, each entry by +1 or −1 times the step: so every entry counts alike, and a wrong one
/// shows wherever it is.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="seed">The seed of the signs.</param>
/// <param name="moves">Whether a row of a parameter moves; the others stay.</param>
internal sealed class RandomDirection(IModel model, ulong seed, Func<Parameter, int, bool> moves)
{
    private readonly double[][] _start = [.. model.Parameters.Select(Values)];

    /// <summary>The gradients' slope in the direction, and the length of the part of them that moves.</summary>
    public (double Slope, double Length) Project(Gradients gradients)
    {
        double slope = 0;
        double squares = 0;
        for (int p = 0; p < _start.Length; p++)
        {
            Parameter parameter = model.Parameters[p];
            CounterRandom random = Signs(p);
            foreach ((int row, int column, double entry) in gradients[parameter.Name].EnumerateIndexed(Zeros.AllowSkip))
            {
                if (!moves(parameter, row)) continue;
                slope += Sign(SignBits(random, row, column), column) * entry;
                squares += entry * entry;
            }
        }

        return (slope, Math.Sqrt(squares));
    }

    /// <summary>Sets the parameters to where they began plus the step.</summary>
    public void Move(double step)
    {
        for (int p = 0; p < _start.Length; p++)
        {
            Parameter parameter = model.Parameters[p];
            CounterRandom random = Signs(p);
            double[] moved = new double[parameter.ColumnCount];
            ulong signs = 0;
            for (int row = 0; row < parameter.RowCount; row++)
            {
                if (!moves(parameter, row)) continue;
                ReadOnlySpan<double> start = StartOf(p, row, moved.Length);
                for (int column = 0; column < moved.Length; column++)
                {
                    if ((column & 63) == 0) signs = SignBits(random, row, column);
                    moved[column] = start[column] + (step * Sign(signs, column));
                }

                parameter.SetRow(row, moved);
            }
        }
    }

    /// <summary>Sets the parameters to the bits with which they began: by copying, since a step of 0 would make a 0 of −0.</summary>
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

    /// <summary>A bit for each of the 64 columns among which this one is.</summary>
    private static ulong SignBits(CounterRandom random, int row, int column) => random.Bits(((ulong)row << 26) + ((ulong)column >> 6));

    private static double Sign(ulong bits, int column) => 1 - (2 * (double)((bits >> (column & 63)) & 1));

    private CounterRandom Signs(int parameter) => new CounterRandom(seed).Stream((ulong)parameter);

    private ReadOnlySpan<double> StartOf(int parameter, int row, int columns) => _start[parameter].AsSpan(row * columns, columns);
}
