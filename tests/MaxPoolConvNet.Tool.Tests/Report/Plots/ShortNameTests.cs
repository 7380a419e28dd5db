using MaxPoolConvNet.Tool.Report.Plots;

namespace MaxPoolConvNet.Tool.Tests;

public class ShortNameTests
{
    [Theory]
    [InlineData("good", "good")]
    [InlineData("a\tb\nc", "a b c")]
    [InlineData("exactly-twenty-four-char", "exactly-twenty-four-char")]
    [InlineData("balance_not_updated_after_bank_transfer", "balance_not_…nk_transfer")]
    public void AName_FitsOnALine(string name, string expected) => Assert.Equal(expected, ShortName.Of(name));

    [Fact]
    public void CharactersOfTwoUnits_StayWhole() =>
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 12)) + "…" + string.Concat(Enumerable.Repeat("😀", 11)), ShortName.Of(string.Concat(Enumerable.Repeat("😀", 40))));
}
