using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Options for columns and separators that contradict each other are errors that name the option.</summary>
public class TableChoiceTests
{
    [Theory]
    [InlineData('"')]
    [InlineData('\r')]
    [InlineData('\n')]
    public void AQuoteOrALineEnd_SeparatesNoFields(char separator) =>
        AssertError("a quote or a line end can't separate fields", "Separator", new TableChoice { Separator = separator });

    [Fact]
    public void Contradictions_AreTold()
    {
        AssertError("LabelColumns and TextColumns both name the column \"A\"", "TextColumns", new TableChoice { Labels = ["A"], Texts = ["b", "a"] });
        AssertError("the label separator is empty, expected at least one character", "LabelSeparator", new TableChoice { LabelSeparator = "" });
        AssertError(
            "LabelSeparator is for several labels in one column, but several columns are named",
            "LabelSeparator",
            new TableChoice { Labels = ["a", "b"], LabelSeparator = "|" });
    }

    [Fact]
    public void OthersAreAccepted()
    {
        new TableChoice { Separator = ';', Labels = ["a"], Texts = ["b"], LabelSeparator = "|" }.Check();
        new TableChoice { Labels = ["a", "b"] }.Check();
    }

    private static void AssertError(string expected, string option, TableChoice choice) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(option, choice.Check).Message, StringComparison.Ordinal);
}
