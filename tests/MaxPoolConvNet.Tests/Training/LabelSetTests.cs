using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class LabelSetTests
{
    private static readonly LabelSet _one = new(["spam", "ham"]);
    private static readonly LabelSet _several = new(["b", "a", "b"], severalPerText: true);

    [Theory]
    [InlineData(true)]
    [InlineData(true, "a")]
    [InlineData(true, "B", "a", "b")]
    [InlineData(false, "a", "c", "b")]
    [InlineData(false, "b", "a", "c")]
    [InlineData(false, "a", "a")]
    public void LabelsAreInOrder_IfEachIsAboveTheOneBefore(bool expected, params string[] labels) => Assert.Equal(expected, LabelSet.AreInOrder(labels));

    [Fact]
    public void LabelsAreSortedAndEachThereOnce()
    {
        Assert.Equal(["ham", "spam"], _one.Labels);
        Assert.Equal(["a", "b"], _several.Labels);
        Assert.Equal((0, 1, null), (_one.Find("ham"), _one.Find("spam"), _one.Find("Spam")));
        Assert.Equal((LabelsPerText.One, LabelsPerText.Several), (_one.LabelsPerText, _several.LabelsPerText));
    }

    [Fact]
    public void ATarget_IsAClassOrASetOfThem()
    {
        Assert.Equal(Target.OfClass(1), _one.TargetOf(new LabeledText("spam", "x"), "test", 0));
        Assert.Equal([0, 1], _several.TargetOf(new LabeledText(["b", "a"], "x"), "test", 0).Classes);
        Assert.Empty(_several.TargetOf(new LabeledText([], "x"), "test", 0).Classes);
    }

    [Fact]
    public void ATextThatHasNoTarget_IsNamedByItsNumber()
    {
        Assert.Equal("test text 5 has 2 labels ('ham', 'spam'); one was expected, as in training", ErrorOf(_one, ["spam", "ham"]));
        Assert.Equal("test text 5 has no label; one was expected, as in training", ErrorOf(_one, []));
        Assert.Equal("test text 5 has the label 'eggs', which training didn't have; it had 'ham', 'spam'", ErrorOf(_one, ["eggs"]));
        Assert.Equal("test text 5 has the label 'c', which training didn't have; it had 'a', 'b'", ErrorOf(_several, ["a", "c"]));
    }

    private static string ErrorOf(LabelSet labels, string[] given) =>
        Assert.Throws<ArgumentException>(() => labels.TargetOf(new LabeledText([.. given], "x"), "test", 4)).Message;
}
