using System.Globalization;
using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class MaxErrorTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private const string Texts = "superb\nthe film\n\nsuperb dreadful\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TextsBelowTheThreshold_GetAQuestionMark()
    {
        ToolRun all = ToolRun.OfInput(Texts, "predict", models.One);
        double least = Probability(all.Lines[0]);
        Assert.All([all.Lines[1], all.Lines[3]], line => Assert.True(Probability(line) < least - 0.001));

        ToolRun run = ToolRun.OfInput(Texts, "predict", One(least - 0.001), "--max-error", "0.05");

        Assert.Equal([all.Lines[0], Undecided(all.Lines[1]), "\t\t(no text)", Undecided(all.Lines[3])], run.Lines);
        Assert.Equal("1 of 4 texts are empty and get no label\n2 of 4 texts are undecided: no label is sure enough\n", run.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Json_SaysWhatIsAccepted()
    {
        double least = Probability(ToolRun.OfInput(Texts, "predict", models.One).Lines[0]) - 0.001;

        ToolRun run = ToolRun.OfInput(Texts, "predict", One(least), "--max-error", "0.05", "--json");

        JsonElement[] lines = [.. run.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal([true, false, false, false], lines.Select(line => line.GetProperty("accepted").GetBoolean()));
        Assert.Equal(["label", "probability", "accepted", "words", "knownWords", "familiarity", "text"], lines[1].EnumerateObject().Select(field => field.Name));
        Assert.Equal(lines[1].EnumerateObject().Select(field => field.Name), lines[2].EnumerateObject().Select(field => field.Name));
        Assert.Equal(JsonValueKind.String, lines[1].GetProperty("label").ValueKind);
        Assert.False(JsonDocument.Parse(ToolRun.OfInput("superb\n", "predict", models.One, "--json").Output).RootElement.TryGetProperty("accepted", out _));
    }

    [Fact]
    public void AnyProbability_IsAcceptedFrom0() =>
        Assert.Equal(ToolRun.OfInput(Texts, "predict", models.One).Output, ToolRun.OfInput(Texts, "predict", One(0), "--max-error", "0.05").Output);

    // long, neg, pos
    [Fact]
    public void SeveralLabels_AreAcceptedOneByOne()
    {
        const string Input = "a superb film of hours\na dreadful film\n";
        string onlyPos = PromisedModel.Of(models.Several, _folder.PathOf("pos"), """[{"rate":0.05,"coverage":0.5,"minimums":[0.5],"labels":[2]}]""");

        ToolRun run = ToolRun.OfInput(Input, "predict", onlyPos, "--max-error", "0.05");
        ToolRun json = ToolRun.OfInput(Input, "predict", onlyPos, "--max-error", "0.05", "--json");

        Assert.Equal(["pos", "?"], run.Lines.Select(line => line.Split('\t')[0]));
        Assert.Equal("", run.Lines[1].Split('\t')[1]);
        Assert.Equal([(true, 1), (false, 0)], json.Lines.Select(line => JsonDocument.Parse(line).RootElement).Select(line =>
            (line.GetProperty("accepted").GetBoolean(), line.GetProperty("labels").GetArrayLength())));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("0.04")]
    [InlineData("NaN")]
    [InlineData("0,05")]
    [InlineData("5%")]
    public void OtherRates_AreTold(string rate) => ToolRun.OfInput("superb\n", "predict", One(0), "--max-error", rate)
        .AssertError($"--max-error is '{rate}'; one of the rates from 0.005 to 0.2 was expected: 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2");

    [Fact]
    public void AModelWithoutATable_IsTold() => ToolRun.OfInput("superb\n", "predict", models.One, "--max-error", "0.05")
        .AssertError($"{models.One} has no acceptance table, which --max-error needs; train it with maxpool train --acceptance");

    [Fact]
    public void ARateThatCannotBePromised_IsTold()
    {
        string model = One(0.9);
        string none = PromisedModel.Of(models.One, _folder.PathOf("none"), "[]");

        ToolRun.OfInput("superb\n", "predict", model, "--max-error", "0.01")
            .AssertError($"{model} can't promise the error rate 0.01 of --max-error; the smallest that it can is 0.05");
        ToolRun.OfInput("superb\n", "predict", none, "--max-error", "0.01")
            .AssertError($"{none} can't promise the error rate 0.01 of --max-error; nor any other error rate; train it on more texts");
    }

    [Theory]
    [InlineData("--top", "2")]
    [InlineData("--threshold", "0.5")]
    public void OtherChoicesOfLabels_ExcludeIt(string other, string value) =>
        ToolRun.OfInput("superb\n", "predict", One(0), "--max-error", "0.05", other, value).AssertError("--max-error was given with --top or --threshold; pass one of them");

    [Fact]
    public void Evaluate_AndItsReport_ShowHowPromisesWereKept()
    {
        string page = _folder.PathOf("page.html");
        string model = One(0);

        ToolRun run = ToolRun.Of("evaluate", model, models.Data, "--report", page);
        JsonElement json = ToolRun.Of("evaluate", model, models.Data, "--json").Json;

        int texts = json.GetProperty("texts").GetInt32();
        JsonElement promise = Assert.Single(json.GetProperty("promises").EnumerateArray());
        Assert.Equal((0.05, texts, 1), (promise.GetProperty("maximumErrorRate").GetDouble(), promise.GetProperty("accepted").GetInt32(), promise.GetProperty("coverage").GetDouble()));
        Assert.Equal(1, json.GetProperty("riskCoverage").EnumerateArray().Last().GetProperty("coverage").GetDouble());
        Assert.Contains($"at most 5 % wrong: accepted {texts}, coverage 1.0000, wrong {promise.GetProperty("wrong")}", run.Output, StringComparison.Ordinal);
        string[] cells = [.. new ParsedPage(File.ReadAllText(page)).Rows("coverage").First()];
        Assert.Equal(["5.0 %", $"{texts}", "1.0000"], cells[..3]);
    }

    [Fact]
    public void Inspect_ShowsThePromises() =>
        Assert.Contains("at most 5 % wrong: probability from 0.9000, expected coverage 0.5000 of 500 decisions", ToolRun.Of("inspect", One(0.9)).Output, StringComparison.Ordinal);

    /// <summary>The model of pos and neg with a promise of 5 % from a probability on.</summary>
    private string One(double minimum) => PromisedModel.Of(
        models.One, _folder.PathOf("one"), string.Create(CultureInfo.InvariantCulture, $$"""[{"rate":0.05,"coverage":0.5,"minimums":[{{minimum}}]}]"""));

    private static double Probability(string line) => double.Parse(line.Split('\t')[1], CultureInfo.InvariantCulture);

    private static string Undecided(string line) => "?" + line[line.IndexOf('\t', StringComparison.Ordinal)..];
}
