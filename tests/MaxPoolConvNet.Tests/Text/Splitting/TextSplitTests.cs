using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class TextSplitTests
{
    [Fact]
    public void Parts_AreTheListsGiven()
    {
        LabeledText[] training = [new("a", "x")];
        LabeledText[] heldOut = [];

        var split = new TextSplit(training, heldOut);

        Assert.Same(training, split.Training);
        Assert.Same(heldOut, split.HeldOut);
    }

    [Fact]
    public void Null_IsRefused()
    {
        Assert.Equal("training", Assert.Throws<ArgumentNullException>(() => new TextSplit(null!, [])).ParamName);
        Assert.Equal("heldOut", Assert.Throws<ArgumentNullException>(() => new TextSplit([], null!)).ParamName);
    }
}
