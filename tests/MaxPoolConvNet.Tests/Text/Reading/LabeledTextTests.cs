using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class LabeledTextTests
{
    [Fact]
    public void Labels_StandInOrdinalOrderAndCompareByValue()
    {
        LabeledText one = new(["b", "a", "B"], "x");
        LabeledText other = new(["B", "b", "a"], "x");

        Assert.Equal(["B", "a", "b"], one.Labels);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other with { Text = "y" });
        Assert.NotEqual(one, other with { Labels = ["a", "b"] });
        Assert.Equal(new LabeledText("a", "x"), new LabeledText(["a"], "x"));
    }

    [Fact]
    public void With_ChangesOnePart()
    {
        LabeledText text = new(["a", "b"], "x");

        Assert.Equal(["a", "b"], (text with { Text = "y" }).Labels);
        Assert.Equal("c", (text with { Label = "c" }).Label);
        Assert.Empty((text with { Labels = [] }).Labels);
    }

    [Fact]
    public void Label_IsThatOfATextWithOne()
    {
        (string label, string text) = new LabeledText("a", "x");

        Assert.Equal(("a", "x"), (label, text));
        Assert.Equal(
            "the text has 2 labels ('a', 'b'); Label requires exactly one. Use Labels instead",
            Assert.Throws<InvalidOperationException>(() => new LabeledText(["b", "a"], "x").Label).Message);
        Assert.Equal(
            "the text has no label; Label requires exactly one. Use Labels instead",
            Assert.Throws<InvalidOperationException>(() => new LabeledText([], "x").Label).Message);
    }

    [Fact]
    public void ToString_ShowsAllLabels()
    {
        Assert.Equal("LabeledText { Labels = [a, b], Text = x y }", new LabeledText(["b", "a"], "x y").ToString());
        Assert.Equal("LabeledText { Labels = [], Text = x }", new LabeledText([], "x").ToString());
    }

    [Fact]
    public void LabelsThatAreNoSet_AreNamed()
    {
        Assert.Equal("the label 'a' occurs twice; pass each label once (Parameter 'labels')", Assert.Throws<ArgumentException>(() => new LabeledText(["a", "b", "a"], "x")).Message);
        Assert.StartsWith("the labels are the default array", Assert.Throws<ArgumentException>(() => new LabeledText(default(ImmutableArray<string>), "x")).Message, StringComparison.Ordinal);
    }
}
