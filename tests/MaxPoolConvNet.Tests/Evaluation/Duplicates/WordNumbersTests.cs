using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Evaluation.Duplicates;

public class WordNumbersTests
{
    [Fact]
    public void Words_AreNumberedInTheirOrder()
    {
        var numbers = new WordNumbers();

        Assert.Equal([[0, 1, 2, 0], [], [3, 2]], numbers.OfAll([new LabeledText("", "a b c a"), new("", ""), new("", "d C")], TestContext.Current.CancellationToken));
        Assert.Equal(["a", "b", "c", "d"], numbers.Words);
    }

    [Fact]
    public void OtherWordsOfSharedNumbers_HaveNumbersOfTheirTextAlone()
    {
        var common = new WordNumbers();
        common.Of("a b");
        var own = new WordNumbers(common);

        Assert.Equal([2, 1, 3, 2], own.Of("x b y x"));
        Assert.Equal([2, 0], own.Of("z a"));
        Assert.Equal(["a", "b"], common.Words);
    }

    [Fact]
    public void ACanceledCall_EndsBetweenTexts() => Assert.Throws<OperationCanceledException>(
        () => new WordNumbers().OfAll([new LabeledText("", "a")], new CancellationToken(canceled: true)));
}
