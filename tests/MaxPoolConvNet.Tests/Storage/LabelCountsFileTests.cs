using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>How many training texts had each label: counted, kept in the file, and refused if it can't be so.</summary>
public class LabelCountsFileTests
{
    private static readonly LabeledText[] _one = [new("a", "red"), new("b", "blue"), new("b", "green sea"), new("b", "deep sea")];
    private static readonly LabeledText[] _several =
        [new(["a", "b"], "red blue"), new(["b"], "blue"), new([], "grey"), new(["c", "b"], "green blue")];

    private static readonly TextClassifier _classifier = TrainingCalls.Train(_one, TrainingCalls.Small).Classifier;

    [Fact]
    public void Shares_AreThoseOfTheTrainingTexts_BeforeAndAfterSaving()
    {
        Assert.Equal([0.25, 0.75], Shares(_classifier));
        Assert.Equal([0.25, 0.75], Shares(SavedModel.Load(SavedModel.Of(_classifier))));
        Assert.Equal(SavedModel.Of(_classifier), SavedModel.Of(SavedModel.Load(SavedModel.Of(_classifier))));
    }

    [Fact]
    public void Shares_OfSeveralLabels_AreOfTexts()
    {
        TextClassifier classifier = TrainingCalls.Train(_several, TrainingCalls.Small).Classifier;

        Assert.Equal([0.25, 0.75, 0.25], Shares(classifier));
        Assert.Equal([0.25, 0.75, 0.25], Shares(SavedModel.Load(SavedModel.Of(classifier))));
    }

    [Fact]
    public void ContinuedTraining_CountsTheTextsOfBoth()
    {
        TextClassifier grown = new Trainer(TrainingCalls.Small)
            .Continue(_classifier, [new("A", "new"), new("a", "red"), new("a", "red wine"), new("a", "rose")], cancellationToken: TestContext.Current.CancellationToken).Classifier;

        Assert.Equal([0.125, 0.5, 0.375], Shares(grown));
    }

    [Fact]
    public void CompactOfAModel_KeepsThem() => Assert.Equal(
        [0.25, 0.75], Shares(_classifier.Compact(cancellationToken: TestContext.Current.CancellationToken)));

    [Fact]
    public void AModelThatWasNotTrained_HasNone_AndSoDoesItsContinuation()
    {
        Assert.Equal([null, null], Shares(SmallClassifier.ByHand));
        Assert.DoesNotContain("labelCounts", SavedModel.Header(SavedModel.Of(SmallClassifier.ByHand)), StringComparison.Ordinal);
        TextClassifier earlier = SavedModel.Load(SavedModel.Forged(SavedModel.Of(_classifier), "\"labelCounts\"", "\"labelCount_\""));
        Assert.Equal([null, null], Shares(earlier));
        Assert.Equal([null, null], Shares(new Trainer(TrainingCalls.Small).Continue(earlier, _one, cancellationToken: TestContext.Current.CancellationToken).Classifier));
    }

    [Fact]
    public void AnUnknownLabel_IsNamed() => Assert.Equal(
        "there is no label 'c'; the classifier knows 'a', 'b' (Parameter 'label')",
        Assert.Throws<ArgumentException>(() => _classifier.TrainingShareOf("c")).Message);

    [Theory]
    [InlineData("4,", "0,", "'labelCounts' has 0 texts; at least 1 was expected")]
    [InlineData("4,", "5,", "'labelCounts' has 5 texts, but 4 with a label; all were expected to have one")]
    [InlineData("4,", "4.5,", "'labelCounts' has no valid field 'texts'")]
    [InlineData("[1,3]", "[1,3,0]", "'labelCounts' has 3 counts; 2 were expected, one per label")]
    [InlineData("[1,3]", "[-1,5]", "'labelCounts' has -1 texts of label 0; a number from 0 to 4 was expected")]
    [InlineData("[1,3]", "[2,9223372036854775807]", "'labelCounts' has 9223372036854775807 texts of label 1; a number from 0 to 2 was expected")]
    [InlineData("[1,3]", "[1,null]", "'labelCounts' has no valid field 'counts'")]
    [InlineData("[1,3]", "[[1],3]", "'labelCounts' has no valid field 'counts'")]
    public void Counts_ThatCannotBeSo_AreRefused(string replaced, string by, string expected)
    {
        byte[] forged = SavedModel.Forged(SavedModel.Of(_classifier), Json("4,", "[1,3]"), Json(replaced == "4," ? by : "4,", replaced == "4," ? "[1,3]" : by));

        Assert.EndsWith(expected, Assert.Throws<InvalidDataException>(() => SavedModel.Load(forged)).Message, StringComparison.Ordinal);
    }

    private static string Json(string texts, string counts) => $"{{\\u0022texts\\u0022:{texts}\\u0022counts\\u0022:{counts}}}";

    private static double?[] Shares(TextClassifier classifier) => [.. classifier.Labels.Select(classifier.TrainingShareOf)];
}
