using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class LabelListTests
{
    private static readonly string[] _many = [.. Enumerable.Range(1, 11).Select(number => $"{number}")];

    [Fact]
    public void Quoted_ShowsTheFirstTen()
    {
        const string Ten = "'1', '2', '3', '4', '5', '6', '7', '8', '9', '10'";
        Assert.Equal(Ten, LabelList.Quoted(_many[..10]));
        Assert.Equal(Ten + ", …", LabelList.Quoted(_many));
    }

    [Fact]
    public void Shown_CountsThem() => Assert.Equal(
        ["no label", "the label '1'", "2 labels ('1', '2')"], Enumerable.Range(0, 3).Select(count => LabelList.Shown(_many[..count])));

    [Fact]
    public void Texts_CountsThem() => Assert.Equal(["0 texts", "1 text", "2 texts"], Enumerable.Range(0, 3).Select(LabelList.Texts));
}
