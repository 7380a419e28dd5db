using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class FastTextLabelsTests
{
    private static readonly LabeledTextFileOptions _unlabeled = new() { Format = LabeledTextFormat.FastText, AllowUnlabeled = true };

    [Theory]
    [InlineData("__label__b __label__a buy  now")]
    [InlineData("  __label__a\t__label__b\tbuy  now ")]
    [InlineData("__label__b buy  now __label__a")]
    public void EveryWordWithThePrefixIsALabel(string line) =>
        Assert.Equal([new LabeledText(["a", "b"], "buy  now")], Parse(line));

    [Fact]
    public void ALabelWithinTheTextLeavesNoGap() =>
        Assert.Equal([new LabeledText(["a", "b"], "buy it x__label__c now")], Parse("__label__a buy it __label__b  x__label__c now"));

    [Fact]
    public void LinesWithoutATextAreLeftOut() => Assert.Equal([new LabeledText("c", "x")], Parse("__label__a __label__b\n__label__c x"));

    [Fact]
    public void ALineWithoutALabelIsAnErrorUnlessItIsMeant()
    {
        const string Content = "__label__a buy now\n\nhello there\n";

        Assert.Equal("tags.txt, line 3: no label before the text, expected __label__ and a label", Error(Content));
        Assert.Equal([new LabeledText("a", "buy now"), new LabeledText([], "hello there")], Parse(Content, _unlabeled));
    }

    [Theory]
    [InlineData("__label__a __label__ x", "tags.txt, line 1: no label after __label__")]
    [InlineData("__label__a x\n__label__a x __label__", "tags.txt, line 2: no label after __label__")]
    [InlineData("__label__a __label__a x", "tags.txt, line 1: the label __label__a occurs twice")]
    public void LabelsThatAreNoneAreNamedWithTheirLine(string content, string message)
    {
        Assert.Equal(message, Error(content));
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Parse(content, _unlabeled)).Message);
    }

    [Fact]
    public void AllowingUnlabeledLinesOfAnotherFormatIsAnError() =>
        Assert.Equal(
            "AllowUnlabeled requires the format FastText; the format is Detect (Parameter 'AllowUnlabeled')",
            Assert.Throws<ArgumentException>(() => Parse("__label__a x", new LabeledTextFileOptions { AllowUnlabeled = true })).Message);

    private static LabeledText[] Parse(string content, LabeledTextFileOptions? options = null) =>
        [.. LabeledTextFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "tags.txt", options)];

    private static string Error(string content) => Assert.Throws<InvalidDataException>(() => Parse(content)).Message;
}
