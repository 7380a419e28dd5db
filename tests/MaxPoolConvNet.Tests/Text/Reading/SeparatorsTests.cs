using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class SeparatorsTests
{
    [Theory]
    [InlineData('\t', "a tab", "tab-separated")]
    [InlineData(',', "a comma", "comma-separated")]
    [InlineData(';', "a semicolon", "semicolon-separated")]
    [InlineData('|', "a bar", "bar-separated")]
    [InlineData('^', "'^'", "'^'-separated")]
    public void EachSeparator_HasAName(char separator, string name, string form)
    {
        Assert.Equal(name, Separators.NameOf(separator));
        Assert.Equal(form, Separators.FormOf(separator));
    }

    [Theory]
    [InlineData("sep=;", ';')]
    [InlineData("SEP=\t", '\t')]
    [InlineData("\"sep=|\"", '|')]
    [InlineData("sep=", null)]
    [InlineData("sep=;;", null)]
    [InlineData("set=;", null)]
    [InlineData("sep=\"", null)]
    public void AFirstLine_MayGiveTheSeparator(string line, char? separator) => Assert.Equal(separator, Separators.OfLine(line));
}
