using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class TrainingLabelsTests
{
    private static readonly LabeledText _one = new("a", "x");
    private static readonly LabeledText _other = new("b", "y");
    private static readonly LabeledText _two = new(["b", "a"], "x y");
    private static readonly LabeledText _none = new([], "z");

    public static TheoryData<LabeledText[], LabelsPerText, string> Unfit { get; } = new()
    {
        { [_one, _two], LabelsPerText.One, "text 2 of 2 has 2 labels ('a', 'b'); one was expected, since LabelsPerText is One" },
        { [_none, _one], LabelsPerText.One, "text 1 of 2 has no label; one was expected, since LabelsPerText is One" },
        { [_one, _one], LabelsPerText.Several, "all 2 texts have the label 'a'; training needs texts with different labels" },
        { [_two, _two], LabelsPerText.FromData, "all 2 texts have 2 labels ('a', 'b'); training needs texts with different labels" },
        { [_none], LabelsPerText.FromData, "all 1 texts have no label; training needs texts with different labels" },
    };

    [Theory]
    [InlineData(LabelsPerText.FromData, OutputKind.Logistic)]
    [InlineData(LabelsPerText.One, OutputKind.Logistic)]
    [InlineData(LabelsPerText.Several, OutputKind.MultiLabel)]
    public void TextsOfOneLabelEachExcludeOthersUnlessSeveralAreAskedFor(LabelsPerText labelsPerText, OutputKind expected) =>
        Assert.Equal(expected, KindOf(labelsPerText, _one, _other));

    [Fact]
    public void ATextOfSeveralLabelsOrNoneMakesAMultiLabelOutput()
    {
        Assert.Equal(OutputKind.MultiLabel, KindOf(LabelsPerText.FromData, _one, _two));
        Assert.Equal(OutputKind.MultiLabel, KindOf(LabelsPerText.FromData, _one, _none));
        Assert.Equal(OutputKind.Softmax, KindOf(LabelsPerText.FromData, _one, _other, new("c", "z")));
    }

    [Theory]
    [MemberData(nameof(Unfit))]
    public void TextsThatDoNotFitAreNamed(LabeledText[] texts, LabelsPerText labelsPerText, string message) =>
        Assert.Equal($"{message} (Parameter 'texts')", Assert.Throws<ArgumentException>(() => KindOf(labelsPerText, texts)).Message);

    [Fact]
    public void ALabelThatIsNullIsNamedWithItsText() =>
        Assert.Equal("text 2 of 2 has a label that is null (Parameter 'texts')", Assert.Throws<ArgumentException>(() => KindOf(default, _one, new(["a", null!], "x"))).Message);

    private static OutputKind KindOf(LabelsPerText labelsPerText, params LabeledText[] texts) =>
        TextClassifier.Train(texts, TrainingCalls.Small with { LabelsPerText = labelsPerText }, cancellationToken: TestContext.Current.CancellationToken).ToConvNet().Output.Kind;
}
