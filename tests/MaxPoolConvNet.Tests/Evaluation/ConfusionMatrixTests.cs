using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class ConfusionMatrixTests
{
    private static readonly LabeledText _hit = new("positive", "good");
    private static readonly LabeledText _miss = new("negative", "good");

    [Fact]
    public void AddSumsEntryByEntryAndChangesNeither()
    {
        ConfusionMatrix first = Matrix(_hit, _hit, _miss);
        ConfusionMatrix second = Matrix(_miss, new("negative", "bad"));

        ConfusionMatrix sum = first.Add(second);

        Assert.Equal([1, 2, 0, 2], Entries(sum));
        Assert.Equal([0, 1, 0, 2], Entries(first));
        Assert.Equal([1, 1, 0, 0], Entries(second));
        Assert.Equal((5, 3), (sum.TextCount, sum.CorrectCount));
    }

    [Fact]
    public void EntriesAreThePairsThatOccurRowByRow()
    {
        ConfusionMatrix matrix = Matrix(_hit, _hit, _miss).Add(Matrix(new("negative", "bad"), _miss));

        Assert.Equal(
            [("negative", "negative", 1), ("negative", "positive", 2), ("positive", "positive", 2)],
            matrix.Entries.Select(entry => (entry.Actual, entry.Predicted, entry.TextCount)));
        Assert.Equal("negative predicted as positive: 2", matrix.Entries[1].ToString());
    }

    [Fact]
    public void AddTakesNoMatrixOfOtherLabels()
    {
        var others = new TextClassifier(
            SmallClassifier.ByHand.ToConvNet(), SmallClassifier.ByHand.Vocabulary, SmallClassifier.ByHand.Tokenizer, ["ham", "spam"]);

        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Matrix(_hit).Add(others.Evaluate([new("ham", "good")]).Confusion!));

        Assert.Equal("the labels are ham, spam; negative, positive were expected (Parameter 'other')", error.Message);
        Assert.Throws<ArgumentNullException>(() => Matrix(_hit).Add(null!));
    }

    [Fact]
    public void ToStringIsATableWithItsColumnsAligned()
    {
        ConfusionMatrix matrix = Matrix([.. Enumerable.Repeat(_hit, 1234), _miss, new("positive", "bad")]);

        Assert.Equal(
            [
                "actual \\ predicted  negative  positive",
                "negative                   0         1",
                "positive                   1      1234",
            ],
            matrix.ToString().Split(Environment.NewLine));
    }

    [Theory]
    [InlineData(-1, 0, "actual")]
    [InlineData(2, 0, "actual")]
    [InlineData(0, -1, "predicted")]
    [InlineData(0, 2, "predicted")]
    public void ALabelThatIsntThereIsAnError(int actual, int predicted, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => Matrix(_hit)[actual, predicted]);

    private static ConfusionMatrix Matrix(params LabeledText[] texts) => SmallClassifier.ByHand.Evaluate(texts).Confusion!;

    private static int[] Entries(ConfusionMatrix matrix) => [matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]];
}
