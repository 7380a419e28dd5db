namespace MaxPoolConvNet.Tests;

public class FiniteTests
{
    public static TheoryData<double, string> NotFinite { get; } = new()
    {
        { double.NaN, "NaN" }, { double.PositiveInfinity, "Infinity" }, { double.NegativeInfinity, "-Infinity" },
    };

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MinValue)]
    [InlineData(double.MaxValue)]
    public void Check_OfAFiniteNumber_DoesNothing(double number)
    {
        Finite.Check(number, "U", 0, 0);
        Finite.Check([1, number, 2], "U", columns: 3);
    }

    [Fact]
    public void Check_OfNoEntries_DoesNothing() => Finite.Check([], "U", columns: 0);

    [Theory]
    [MemberData(nameof(NotFinite))]
    public void Check_OfAnotherNumber_NamesItsPlace(double number, string shown) => Assert.Equal(
        $"U[17, 3] is {shown}; a finite number was expected",
        Assert.Throws<ArgumentException>(() => Finite.Check(number, "U", 17, 3)).Message);

    [Theory]
    [MemberData(nameof(NotFinite))]
    public void Check_OfEntries_FindsOneAtAnyPlace(double number, string shown)
    {
        const int Columns = 5;
        for (int at = 0; at < 17; at++)
        {
            double[] entries = new double[17];
            entries[at] = number;

            ArgumentException error = Assert.Throws<ArgumentException>(() => Finite.Check(entries, "V", Columns));

            Assert.Equal($"V[{at / Columns}, {at % Columns}] is {shown}; a finite number was expected", error.Message);
        }
    }

    [Fact]
    public void Check_OfEntries_NamesTheFirst() =>
        Assert.StartsWith(
            "V[0, 1] is NaN",
            Assert.Throws<ArgumentException>(() => Finite.Check([0, double.NaN, double.PositiveInfinity], "V", 2)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Check_SaysTheSameInEveryCulture() => InGerman.Run(() =>
        Assert.Equal(
            "U[0, 0] is -Infinity; a finite number was expected",
            Assert.Throws<ArgumentException>(() => Finite.Check(double.NegativeInfinity, "U", 0, 0)).Message));
}
