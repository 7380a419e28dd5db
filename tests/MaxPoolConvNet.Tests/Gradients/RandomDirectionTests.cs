using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class RandomDirectionTests
{
    private const ulong Seed = 5;

    private readonly double[][,] _entries = [new double[3, 6], new double[2, 1]];
    private readonly Model _model;

    public RandomDirectionTests()
    {
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 6; column++)
                _entries[0][row, column] = row - (10 * column);
        }

        _entries[1][1, 0] = -0.0;
        _model = new Model(_entries);
    }

    [Fact]
    public void Move_AddsTheStepTimesItsFactorToEachEntry()
    {
        double[][,] start = [.. _entries.Select(own => (double[,])own.Clone())];
        var direction = new RandomDirection(_model, Seed);

        direction.Move(0.25);
        direction.Move(-0.5);

        for (int p = 0; p < 2; p++)
        {
            for (int row = 0; row < start[p].GetLength(0); row++)
            {
                for (int column = 0; column < start[p].GetLength(1); column++)
                    Assert.Equal(start[p][row, column] - (0.5 * Factor(p, row, column)), _entries[p][row, column]);
            }
        }
    }

    [Fact]
    public void PutBack_RestoresEveryBit()
    {
        long[] before = Bits();
        var direction = new RandomDirection(_model, Seed);

        direction.Move(0.25);
        Assert.NotEqual(before, Bits());
        direction.PutBack();

        Assert.Equal(before, Bits());
    }

    [Fact]
    public void Project_SumsTheEntriesTimesTheirFactors_AndTheirSquares()
    {
        var first = Matrix<double>.Build.Sparse(3, 6);
        (first[0, 0], first[1, 3], first[1, 4], first[2, 5]) = (2, -3, 5, 7);
        var second = Matrix<double>.Build.DenseOfArray(new double[,] { { -11 }, { 13 } });

        (double slope, double length) = new RandomDirection(_model, Seed).Project(new Gradients(("p0", first), ("p1", second)));

        double expected = (2 * Factor(0, 0, 0)) - (3 * Factor(0, 1, 3)) + (5 * Factor(0, 1, 4)) + (7 * Factor(0, 2, 5))
            - (11 * Factor(1, 0, 0)) + (13 * Factor(1, 1, 0));
        Assert.Equal(expected, slope, 1e-12);
        Assert.Equal(Math.Sqrt(4 + 9 + 25 + 49 + 121 + 169), length, 1e-12);
    }

    [Fact]
    public void Factors_AreFromHalfToOneAndAHalf_OfBothSigns_AndDiffer()
    {
        double[,] entries = new double[200, 7];
        new RandomDirection(new Model([entries]), Seed).Move(1);

        double[] factors = [.. entries.Cast<double>()];
        Assert.All(factors, factor => Assert.InRange(Math.Abs(factor), 0.5, 1.5 - (1.0 / 32768)));
        Assert.InRange(factors.Select(Math.Abs).Min(), 0.5, 0.51);
        Assert.InRange(factors.Select(Math.Abs).Max(), 1.49, 1.5);
        Assert.InRange(factors.Count(factor => factor < 0), 600, 800); // half of 1,400, with a standard deviation of 19
        Assert.InRange(factors.Distinct().Count(), 1_350, 1_400);
    }

    [Fact]
    public void TheSeedAndTheParameter_ChangeTheFactors()
    {
        double[,] one = new double[1, 4], other = new double[1, 4], third = new double[1, 4];
        new RandomDirection(new Model([one, other]), 1).Move(1);
        new RandomDirection(new Model([third]), 2).Move(1);

        Assert.NotEqual(one.Cast<double>(), other.Cast<double>());
        Assert.NotEqual(one.Cast<double>(), third.Cast<double>());
    }

    /// <summary>16 of the 64 bits for each of four columns: the lowest is the sign, the others the size.</summary>
    private static double Factor(int parameter, int row, int column)
    {
        byte[] bits = BitConverter.GetBytes(new CounterRandom(Seed).Stream((ulong)parameter).Bits(((ulong)row * 1_073_741_824) + (ulong)(column / 4)));
        ushort own = BitConverter.ToUInt16(bits, 2 * (column % 4));
        return (0.5 + (own / 2 / 32768.0)) * (own % 2 == 0 ? 1 : -1);
    }

    private long[] Bits() => [.. _entries.SelectMany(own => own.Cast<double>()).Select(BitConverter.DoubleToInt64Bits)];

    private sealed class Model(double[][,] entries) : IModel
    {
        public IReadOnlyList<Parameter> Parameters { get; } =
        [
            .. entries.Select((own, p) => new Parameter(
                $"p{p}", own.GetLength(0), own.GetLength(1), (row, column) => own[row, column], (row, column, value) => own[row, column] = value)),
        ];

        public ForwardPass Forward(TextInput text) => throw new NotSupportedException();

        public Gradients Backward(ForwardPass pass, Target target) => throw new NotSupportedException();
    }
}
