namespace MaxPoolConvNet.Tests;

public class OptionRangeTests
{
    private enum Shape
    {
        Round,
        Square = 5,
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(100)]
    public void Check_OfANumberFromLeastToMost_DoesNothing(int number) => OptionRange.Check(number, 1, 100, "Epochs");

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(int.MinValue)]
    public void Check_OfAnotherNumber_NamesTheOptionAndItsRange(int number)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            "Epochs", () => OptionRange.Check(number, 1, 100, "Epochs"));

        Assert.StartsWith($"Epochs is {number}; a number from 1 to 100 was expected", error.Message, StringComparison.Ordinal);
        Assert.Equal(number, error.ActualValue);
    }

    [Fact]
    public void Check_OfNaN_IsAnError() =>
        Assert.Throws<ArgumentOutOfRangeException>("Rate", () => OptionRange.Check(double.NaN, double.MinValue, double.MaxValue, "Rate"));

    [Fact]
    public void Check_OfAValueOfTheEnumeration_DoesNothing()
    {
        OptionRange.Check(Shape.Round, "Shape");
        OptionRange.Check(Shape.Square, "Shape");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(6)]
    public void Check_OfAnotherValue_ListsThoseThatThereAre(int value)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            "Shape", () => OptionRange.Check((Shape)value, "Shape"));

        Assert.StartsWith($"Shape is {value}; one of Round, Square was expected", error.Message, StringComparison.Ordinal);
        Assert.Equal((Shape)value, error.ActualValue);
    }
}
