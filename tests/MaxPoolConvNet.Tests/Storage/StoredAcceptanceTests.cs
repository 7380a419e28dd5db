using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Storage;

public class StoredAcceptanceTests
{
    private static readonly byte[] _one = SavedModel.Of(Promised.One);
    private static readonly byte[] _several = SavedModel.Of(Promised.Several);

    [Fact]
    public void Promises_AreThereAfterLoading()
    {
        foreach ((byte[] file, TextClassifier saved) in new[] { (_one, Promised.One), (_several, Promised.Several), (SavedModel.Of(Promised.One.Compact()), Promised.One) })
        {
            TextClassifier loaded = SavedModel.Load(file);

            Assert.Equal(Figures(saved.Model.Acceptance!), Figures(loaded.Model.Acceptance!));
            Assert.Equal(file, SavedModel.Of(loaded));
        }
    }

    [Fact]
    public void Weights_OfAnotherFormat_KeepThePromises()
    {
        byte[] file = SavedModel.Of(Promised.Several, new SaveOptions { WeightFormat = WeightFormat.BFloat16 });

        Assert.Equal(Figures(Promised.Several.Model.Acceptance!), Figures(SavedModel.Load(file).Model.Acceptance!));
    }

    [Fact]
    public void Metadata_IsReadable()
    {
        Assert.Equal(
            """{"decisions":1000,"promises":[{"rate":0.05,"coverage":0.25,"minimums":[0.7]},{"rate":0.1,"coverage":0.5,"minimums":[0.6]}]}""",
            ModelFile.Inspect(new MemoryStream(_one)).Metadata["acceptance"]);
        Assert.Equal(
            """{"decisions":200,"promises":[{"rate":0.05,"coverage":0.1,"minimums":[0.9],"labels":[0]},{"rate":0.1,"coverage":0.3,"minimums":[0.6,0.5],"labels":[0,2]}]}""",
            ModelFile.Inspect(new MemoryStream(_several)).Metadata["acceptance"]);
    }

    [Fact]
    public void AFileWithoutThem_HasNone()
    {
        byte[] earlier = SavedModel.Of(SmallClassifier.ByHand);

        Assert.DoesNotContain("acceptance", SavedModel.Header(earlier), StringComparison.Ordinal);
        Assert.Null(SavedModel.Load(earlier).Acceptance);
    }

    [Fact]
    public void ATableWithoutPromises_IsOne()
    {
        byte[] file = SavedModel.Of(Promised.With(SmallClassifier.ByHand, new ErrorPromises([], 3)));

        Assert.Equal((3, 0), (SavedModel.Load(file).Acceptance!.DecisionCount, SavedModel.Load(file).Acceptance!.Thresholds.Length));
    }

    [Theory]
    [InlineData("[0.7]", "[NaN]", "JSON")]
    [InlineData("[0.7]", "[\\u0022NaN\\u0022]", "'minimums'")]
    [InlineData("[0.7]", "[null]", "'minimums'")]
    [InlineData("[0.7]", "0.7", "'minimums'")]
    [InlineData("[0.7]", "[1.5]", "minimums 1.5; a number from 0 to 1 was expected")]
    [InlineData("[0.7]", "[-0.1]", "minimums -0.1")]
    [InlineData("[0.7]", "[1e999]", "minimums")]
    [InlineData("[0.7]", "[]", "minimums 0; 1 of them, at least one was expected")]
    [InlineData("[0.7]", "[0.7,0.7]", "minimums 2")]
    [InlineData("[0.7]", "[0.5]", "minimums 0.6; one of at most that of the rate before it was expected")]
    [InlineData("coverage\\u0022:0.25", "coverage\\u0022:1.01", "coverage 1.01; a number from 0 to 1 was expected")]
    [InlineData("coverage\\u0022:0.25", "coverage\\u0022:-1", "coverage -1")]
    [InlineData("coverage\\u0022:0.25", "cover\\u0022:0.25", "'coverage'")]
    [InlineData("rate\\u0022:0.05", "rate\\u0022:0.04", "rate 0.04; one of the rates that the library has was expected")]
    [InlineData("rate\\u0022:0.05", "rate\\u0022:0.1", "rate 0.1; one above the rate before it was expected")]
    [InlineData("rate\\u0022:0.05", "rate\\u0022:0.2", "rate 0.1")]
    [InlineData("rate\\u0022:0.05", "rate\\u0022:\\u0022x\\u0022", "'rate'")]
    [InlineData("decisions\\u0022:1000", "decisions\\u0022:-1", "decisions -1; 0 or more was expected")]
    [InlineData("decisions\\u0022:1000", "decisions\\u0022:1e12", "'decisions'")]
    [InlineData("promises\\u0022:[", "promises\\u0022:[3,", "'promises'")]
    [InlineData("promises", "pledges", "'promises'")]
    public void AForgedTable_IsRefused(string replaced, string by, string expected) =>
        Assert.Contains(expected, Refused(SavedModel.Forged(_one, replaced, by)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[0,2]", "[0,3]", "labels 3; ascending numbers from 0 to 2 was expected")]
    [InlineData("[0,2]", "[2,0]", "labels 0")]
    [InlineData("[0,2]", "[2,2]", "labels 2")]
    [InlineData("[0,2]", "[-1,2]", "labels -1")]
    [InlineData("[0,2]", "[0,1,2]", "minimums 2")]
    [InlineData("[0,2]", "[0,0.5]", "'labels'")]
    [InlineData("[0,2]", "[1,2]", "minimums Infinity")]
    [InlineData(",\\u0022labels\\u0022:[0,2]", "", "'labels'")]
    public void AForgedTableOfSeveralLabels_IsRefused(string replaced, string by, string expected) =>
        Assert.Contains(expected, Refused(SavedModel.Forged(_several, replaced, by)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[0.7]", "[1]")]
    [InlineData("[0.6]", "[0]")]
    [InlineData("coverage\\u0022:0.25", "coverage\\u0022:0")]
    [InlineData("coverage\\u0022:0.5", "coverage\\u0022:1")]
    [InlineData("decisions\\u0022:1000", "decisions\\u0022:0")]
    public void NumbersAtTheEndsOfTheirRanges_AreRead(string replaced, string by) =>
        Assert.Equal([0.05, 0.1], SavedModel.Load(SavedModel.Forged(_one, replaced, by)).Model.Acceptance!.Promises.Select(one => one.Rate));

    [Fact]
    public void ManyForgedPromises_AreRefused()
    {
        string promise = """{\u0022rate\u0022:0.05,\u0022coverage\u0022:0.25,\u0022minimums\u0022:[0.7]},""";

        Refused(SavedModel.Forged(_one, "promises\\u0022:[", "promises\\u0022:[" + string.Concat(Enumerable.Repeat(promise, 1_000))));
    }

    private static InvalidDataException Refused(byte[] model) => Assert.Throws<InvalidDataException>(() => SavedModel.Load(model));

    private static IEnumerable<(int Count, double Rate, double Coverage, string Minimums)> Figures(ErrorPromises promises) =>
        promises.Promises.Select(one => (promises.DecisionCount, one.Rate, one.Coverage, string.Join(' ', one.Minimums)));
}
