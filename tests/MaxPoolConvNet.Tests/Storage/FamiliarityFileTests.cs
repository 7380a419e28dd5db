using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Storage;

public class FamiliarityFileTests
{
    private static readonly byte[] _model = SavedModel.Of(SmallClassifier.Trained);

    private static int Words => SmallClassifier.Trained.Vocabulary.Count;

    [Fact]
    public void SaveAndLoad_KeepsEveryBit()
    {
        FamiliarityModel saved = SmallClassifier.Trained.Model.Familiarity!;
        TextClassifier loaded = SavedModel.Load(_model);

        Assert.Equal(saved.Costs.ToArray(), loaded.Model.Familiarity!.Costs.ToArray());
        Assert.Equal(saved.Quantiles.ToArray(), loaded.Model.Familiarity.Quantiles.ToArray());
        Assert.Equal(saved.TextCount, loaded.Model.Familiarity.TextCount);
        Assert.Equal(_model, SavedModel.Of(loaded));
        foreach (string text in SmallClassifier.Texts)
            Assert.Equal(SmallClassifier.Trained.Predict(text), loaded.Predict(text));
    }

    [Theory]
    [InlineData(WeightFormat.Float32)]
    [InlineData(WeightFormat.BFloat16)]
    public void OtherFormats_KeepIt(WeightFormat format)
    {
        TextClassifier loaded = SavedModel.Load(SavedModel.Of(SmallClassifier.Trained, new SaveOptions { WeightFormat = format }));

        Assert.Equal(SmallClassifier.Trained.Predict("a superb film").Familiarity, loaded.Predict("a superb film").Familiarity);
    }

    [Fact]
    public void AFileWithoutStatistics_IsReadAndWrittenAsItWas()
    {
        byte[] model = SavedModel.Of(SmallClassifier.ByHand);

        Assert.DoesNotContain("familiarity", SavedModel.Header(model), StringComparison.Ordinal);
        Assert.Null(SavedModel.Load(model).Predict("good").Familiarity);
        Assert.Equal(model, SavedModel.Of(SavedModel.Load(model)));
    }

    [Fact]
    public void Compact_OfAFileWithoutStatistics_HasNone() => Assert.Null(
        SmallClassifier.ByHand.Compact(cancellationToken: TestContext.Current.CancellationToken).Predict("good").Familiarity);

    [Theory]
    [InlineData("\"familiarity.costs\":{", "\"familiarity.cost\":{", "unexpected tensor 'familiarity.cost'")]
    [InlineData("\"familiarity.quantiles\":{\"dtype\":\"I32\"", "\"familiarity.quantiles\":{\"dtype\":\"F32\"", "unexpected tensor 'familiarity.quantiles'")]
    [InlineData("\"familiarity.quantiles\":{\"dtype\":\"I32\",\"shape\":[102]", "\"familiarity.quantiles\":{\"dtype\":\"I32\",\"shape\":[51,2]", "unexpected tensor 'familiarity.quantiles'")]
    public void Header_ThatSaysWhatIsNotSo(string replaced, string by, string expected) =>
        Assert.Contains(expected, Refused(SavedModel.Forged(_model, replaced, by)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, -1, "of -1 texts")]
    [InlineData(1, 65_281, "quantile 0 is 65281")]
    [InlineData(1, int.MaxValue, "quantile 0 is 2147483647")]
    [InlineData(2, 65_280, "quantile 1 is 65280; a number from 0 to")]
    [InlineData(101, -1, "quantile 100 is -1")]
    [InlineData(101, int.MinValue, "quantile 100 is -2147483648")]
    public void Quantiles_ThatAreNone(int at, int number, string expected) =>
        Assert.Contains(expected, Refused(With("familiarity.quantiles", sizeof(int) * at, BitConverter.GetBytes(number))).Message, StringComparison.Ordinal);

    [Fact]
    public void Costs_ThatAreNone()
    {
        Assert.Contains("word 1 costs 97", Refused(With("familiarity.costs", 1, [97])).Message, StringComparison.Ordinal);
        Assert.Contains("unknown words cost 111", Refused(With("familiarity.costs", Words, [111])).Message, StringComparison.Ordinal);
        SavedModel.Load(With("familiarity.costs", 1, [96]));
    }

    [Fact]
    public void OneOfTheTwo_AndAnotherNumberOfWords_AreRefused()
    {
        var parts = new Dictionary<string, byte[]> { ["familiarity.costs"] = [.. SmallClassifier.Trained.Model.Familiarity!.Costs] };
        Assert.Contains("only one of the tensors", Parse(parts, Words), StringComparison.Ordinal);
        parts.Add("familiarity.quantiles", new byte[102 * sizeof(int)]);
        Assert.NotNull(MaxPoolConvNet.Storage.StoredFamiliarity.Parse(parts, Words));
        Assert.Contains($"has {Words + 1} numbers; {Words + 2} were expected", Parse(parts, Words + 1), StringComparison.Ordinal);
        parts["familiarity.quantiles"] = new byte[101 * sizeof(int)];
        Assert.Contains("has 101 numbers; 102 were expected", Parse(parts, Words), StringComparison.Ordinal);
        Assert.True(parts.Remove("familiarity.costs"));
        Assert.Contains("only one of the tensors", Parse(parts, Words), StringComparison.Ordinal);
    }

    private static string Parse(Dictionary<string, byte[]> tensors, int words) =>
        Assert.Throws<InvalidDataException>(() => MaxPoolConvNet.Storage.StoredFamiliarity.Parse(tensors, words)).Message;

    /// <summary>The model with other bytes at a place of a tensor.</summary>
    private static byte[] With(string tensor, int at, byte[] bytes)
    {
        int begin = System.Text.Json.JsonDocument.Parse(SavedModel.Header(_model)).RootElement.GetProperty(tensor).GetProperty("data_offsets")[0].GetInt32();
        return SavedModel.Forged(_model, "\"U1", "\"U1", data =>
        {
            bytes.CopyTo(data, begin + at);
            return data;
        });
    }

    private static InvalidDataException Refused(byte[] model) => Assert.Throws<InvalidDataException>(() => SavedModel.Load(model));
}
