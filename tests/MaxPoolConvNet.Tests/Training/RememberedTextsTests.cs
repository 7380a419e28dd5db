using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Storage;
using MaxPoolConvNet.Tests.Storage;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Training;

public class RememberedTextsTests
{
    private static readonly TrainingOptions _options = TrainingCalls.Small with { RememberTexts = true };
    private static readonly TextClassifier _classifier = TextClassifier.Train(ToyTexts.Separable(60), _options);

    [Fact]
    public void TrainingTexts_AreRecognizedByTheirWords()
    {
        Assert.True(_classifier.RemembersTexts);
        Assert.All(ToyTexts.Separable(60), text => Assert.True(_classifier.WasTrainedOn(text.Text)));
        Assert.True(_classifier.WasTrainedOn("  " + ToyTexts.Separable(60)[7].Text.ToUpperInvariant()));
        Assert.False(_classifier.WasTrainedOn(ToyTexts.Separable(60)[7].Text + " again"));
        Assert.False(_classifier.WasTrainedOn("superbfilm"));
        Assert.False(_classifier.WasTrainedOn(""));
    }

    [Fact]
    public void AFile_RemembersThem()
    {
        byte[] model = SavedModel.Of(_classifier);
        TextClassifier loaded = SavedModel.Load(model);

        Assert.Contains("\"formatVersion\":\"5\"", SavedModel.Header(model), StringComparison.Ordinal);
        Assert.All(ToyTexts.Separable(60), text => Assert.True(loaded.WasTrainedOn(text.Text)));
        Assert.False(loaded.WasTrainedOn("superb superb superb"));
        Assert.Equal(model, SavedModel.Of(loaded));
        int distinct = ToyTexts.Separable(60).DistinctBy(text => text.Text).Count();
        Assert.Contains($"\"texts.hashes\":{{\"dtype\":\"U8\",\"shape\":[{8 * distinct}]", SavedModel.Header(model), StringComparison.Ordinal);
    }

    [Fact]
    public void ByDefault_NothingIsRemembered()
    {
        Assert.False(SmallClassifier.Trained.RemembersTexts);
        Assert.Null(SmallClassifier.Trained.WasTrainedOn("superb"));
        Assert.DoesNotContain("texts.hashes", SavedModel.Header(SavedModel.Of(SmallClassifier.Trained)), StringComparison.Ordinal);
    }

    [Fact]
    public void ContinuedTraining_AddsTheNewTexts()
    {
        LabeledText[] texts = [new("positive", "a new text"), new("negative", "another new text")];
        TextClassifier continued = new Trainer(TrainingCalls.Small).Continue(_classifier, texts).Classifier;

        Assert.True(continued.WasTrainedOn("a new text"));
        Assert.True(continued.WasTrainedOn(ToyTexts.Separable(60)[7].Text));
        Assert.False(_classifier.WasTrainedOn("a new text"));
    }

    [Fact]
    public void HeldOutTexts_AreNotRemembered()
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 40).Select(t => new LabeledText(t % 2 == 0 ? "even" : "odd", $"word{t} {(t % 2 == 0 ? "even" : "odd")}"))];
        var classifier = TextClassifier.Train(texts, _options with { EarlyStopping = new EarlyStopping { HeldOutFraction = 0.25 } });

        Assert.Equal(30, texts.Count(text => classifier.WasTrainedOn(text.Text) == true));
    }

    [Fact]
    public void AComparison_CountsThem()
    {
        LabeledText[] texts = [.. ToyTexts.Separable(60).DistinctBy(text => text.Text).Take(10), new("positive", "superb and new")];
        ComparisonReport report = ModelComparison.Run(_classifier, SmallClassifier.Trained, texts, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(10, report.TextsOfFirstCount);
        Assert.Null(report.TextsOfSecondCount);
    }

    [Fact]
    public void HashesThatAreNotInOrder_AreRefused()
    {
        byte[] model = SavedModel.Of(_classifier);
        using var header = System.Text.Json.JsonDocument.Parse(SavedModel.Header(model));
        int begin = header.RootElement.GetProperty("texts.hashes").GetProperty("data_offsets")[0].GetInt32();
        byte[] forged = SavedModel.Forged(model, "texts.hashes", "texts.hashes", data =>
        {
            data.AsSpan(begin, 8).Fill(255);
            return data;
        });

        Assert.Contains(
            "the hash of training text 1 isn't above the one before it",
            Assert.Throws<InvalidDataException>(() => SavedModel.Load(forged)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameHashTwice_IsRefused()
    {
        Assert.Equal([7UL, 8UL], TrainingTexts.Of([7, 8]).Hashes.ToArray());
        Assert.Equal("the hash of training text 2 isn't above the one before it", Assert.Throws<InvalidDataException>(() => TrainingTexts.Of([7, 8, 8])).Message);
    }

    [Fact]
    public void TheSameLettersInOtherWords_AreAnotherText()
    {
        TrainingTexts texts = TrainingTexts.Of([new LabeledText("a", "ab c")], WordTokenizer.Default, null);

        Assert.Equal((true, false, false), (texts.Contains(WordTokenizer.Default, "ab c"), texts.Contains(WordTokenizer.Default, "a bc"), texts.Contains(WordTokenizer.Default, "abc")));
    }

    [Fact]
    public void PartOfAHash_IsRefused() => Assert.Equal(
        "'texts.hashes' has 17 bytes; a multiple of 8 was expected",
        Assert.Throws<InvalidDataException>(() => StoredTexts.Parse(new() { [StoredTexts.Tensor] = new byte[17] })).Message);
}
