using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class TrainingTextErrorTests
{
    private static readonly LabeledText _good = new("good", "fine film");
    private static readonly LabeledText _bad = new("bad", "dull film");

    public static TheoryData<LabeledText[], string> Unfit { get; } = new()
    {
        { [], "there are no texts to train on" },
        { [_good, _good, _good], "all 3 texts have the label 'good'; training needs texts with at least two labels" },
        { [new("good", ""), new("bad", " \n")], "the 2 texts have no word that occurs at least once" },
        { [_good, null!, _bad], "text 2 of 3 is null" },
        { [_good, _bad, new(null!, "so")], "text 3 of 3 has no label: it is null" },
        { [new("good", null!), _bad], "text 1 of 2 has a label, but its text is null" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void TextsThatCannotBeLearnedFromAreNamed(LabeledText[] texts, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => TextClassifier.Train(texts, TrainingCalls.Small, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal($"{message} (Parameter 'texts')", error.Message);
    }

    [Fact]
    public void ATextThatIsNullIsNamedWhereverItWouldFall()
    {
        LabeledText[] texts = ToyTexts.Separable(20);
        var options = TrainingCalls.Small with { EarlyStopping = new EarlyStopping { HeldOutFraction = 0.5 } };
        for (int at = 0; at < texts.Length; at++)
        {
            LabeledText[] broken = [.. texts];
            broken[at] = broken[at] with { Text = null! };

            ArgumentException error = Assert.Throws<ArgumentException>(() => TextClassifier.Train(broken, options, cancellationToken: TestContext.Current.CancellationToken));
            Assert.StartsWith($"text {at + 1} of 20 ", error.Message, StringComparison.Ordinal);
            error = Assert.Throws<ArgumentException>(() => CrossValidation.Run(broken, 2, options, null, TestContext.Current.CancellationToken));
            Assert.StartsWith($"text {at + 1} of 20 ", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AMissingListIsNamed()
    {
        Assert.Equal("texts", Assert.Throws<ArgumentNullException>(() => TextClassifier.Train(null!, cancellationToken: TestContext.Current.CancellationToken)).ParamName);
        Assert.Equal("texts", Assert.Throws<ArgumentNullException>(() => TrainingCalls.Train(null!, TrainingCalls.Small)).ParamName);
    }

    [Fact]
    public void WordsThatAreAllTooRareAreAnErrorThatTellsTheBound()
    {
        var options = TrainingCalls.Small with { Vocabulary = new VocabularyOptions { MinimumCount = 3 } };

        ArgumentException error = Assert.Throws<ArgumentException>(() => TextClassifier.Train([_good, _bad], options, cancellationToken: TestContext.Current.CancellationToken));

        Assert.StartsWith("the 2 texts have no word that occurs at least 3 times", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALabelWithoutATextToLearnFromIsNamed()
    {
        var options = TrainingCalls.Small with { EarlyStopping = new EarlyStopping { HeldOutFraction = 0.5 } };

        ArgumentException error = Assert.Throws<ArgumentException>(() => TextClassifier.Train([_good, _good, _bad], options, cancellationToken: TestContext.Current.CancellationToken));

        Assert.StartsWith("the label 'bad' has 1 text; holding out", error.Message, StringComparison.Ordinal);
    }
}
