using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class ParameterTests
{
    private static readonly Matrix<double> _entries = Matrix<double>.Build.Dense(3, 2, (row, column) => 10 * row + column);

    public static TheoryData<Parameter> Parameters { get; } =
        [new Parameter("own", _entries), new ConvFilterLayer(_entries, width: 3).Parameters[0]];

    [Theory]
    [MemberData(nameof(Parameters), DisableDiscoveryEnumeration = true)]
    public void CopyRow_GivesTheEntriesOfARow(Parameter parameter)
    {
        double[] row = [-1, -1, -1];

        parameter.CopyRow(2, row);

        Assert.Equal([20, 21, -1], row);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => parameter.CopyRow(3, row));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => parameter.CopyRow(-1, row));
        Assert.Throws<ArgumentException>("destination", () => parameter.CopyRow(0, row.AsSpan(2)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SetRow_SetsTheEntriesOfThatRowAlone(bool isMatrix)
    {
        Matrix<double> entries = Matrix<double>.Build.Dense(3, 2, (row, column) => 10 * row + column);
        Parameter parameter = isMatrix ? new Parameter("own", entries) : new ConvFilterLayer(entries, width: 3).Parameters[0];

        parameter.SetRow(1, [7, 8]);

        Assert.Equal([0, 1, 7, 8, 20, 21], Enumerable.Range(0, 6).Select(at => parameter[at / 2, at % 2]));
    }
}
