using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class LabelFieldsTests
{
    [Theory]
    [InlineData("1", true)]
    [InlineData(" 1.0 ", true)]
    [InlineData("True", true)]
    [InlineData("0", false)]
    [InlineData("0.0", false)]
    [InlineData("FALSE", false)]
    [InlineData("  ", false)]
    [InlineData("2", null)]
    [InlineData("x", null)]
    public void AColumnOfALabel_SaysWhetherItApplies(string field, bool? applies) => Assert.Equal(applies, LabelFields.Applies(field));
}
