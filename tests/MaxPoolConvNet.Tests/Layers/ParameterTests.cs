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
}
