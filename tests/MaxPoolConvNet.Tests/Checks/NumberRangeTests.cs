using CsCheck;

namespace MaxPoolConvNet.Tests;

public class NumberRangeTests
{
    [Fact]
    public void Contains_BothEndsAndWhatLiesBetween() => Gen.Select(Gen.Int, Gen.Int, Gen.Int).Sample((least, most, number) =>
        Assert.Equal(least <= number && number <= most, new NumberRange<int>(least, most).Contains(number)));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-double.Epsilon, false)]
    [InlineData(1.0000000000000002, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(double.NegativeInfinity, false)]
    public void Contains_NoNumberBeyondAnEnd_AndNoNaN(double number, bool isInside) =>
        Assert.Equal(isInside, new NumberRange<double>(0, 1).Contains(number));

    [Fact]
    public void Contains_TheOneNumberOfARangeOfOne()
    {
        var range = new NumberRange<int>(5, 5);

        Assert.Equal((false, true, false), (range.Contains(4), range.Contains(5), range.Contains(6)));
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void Check_OfANumberInside_DoesNothing(double number) => new NumberRange<double>(0.25, 0.5).Check(number, "Fraction");

    [Theory]
    [InlineData(0.75, "0.75")]
    [InlineData(-1e-300, "-1E-300")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void Check_OfAnother_SaysWhatCameAndWhatWasExpected(double number, string shown)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            "Fraction", () => new NumberRange<double>(0.25, 0.5).Check(number, "Fraction"));

        Assert.StartsWith($"Fraction is {shown}; a number from 0.25 to 0.5 was expected", error.Message, StringComparison.Ordinal);
        Assert.Equal(number, error.ActualValue);
    }

    [Fact]
    public void ToString_IsTheSameInEveryCulture() => InGerman.Run(() =>
    {
        Assert.Equal("from -0.5 to 1.5", new NumberRange<double>(-0.5, 1.5).ToString());
        Assert.Contains(
            "is 2.5; a number from -0.5 to 1.5",
            Assert.Throws<ArgumentOutOfRangeException>(() => new NumberRange<double>(-0.5, 1.5).Check(2.5, "x")).Message,
            StringComparison.Ordinal);
    });
}
