using System.Globalization;
using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class PredictTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ANullText_GetsALineThatSaysSo()
    {
        const string Input = "{\"text\":\"superb\"}\n{\"text\":null}\n{\"text\":\"dreadful\"}\n";

        Assert.Equal("\t\t(no text)", ToolRun.OfInput(Input, "predict", models.One).Lines[1]);
        Assert.StartsWith("{\"label\":null,", ToolRun.OfInput(Input, "predict", models.One, "--json").Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void EachLine_GivesLabelProbabilityAndText()
    {
        ToolRun run = ToolRun.OfInput("a superb film\n\nдreadful\tdreadful\r\n", "predict", models.One);

        Assert.Equal((ExitCode.Success, 3), (run.ExitCode, run.Lines.Count));
        Assert.Matches("^pos\t(0\\.[0-9]{4}|1\\.0000)\ta superb film$", run.Lines[0]);
        Assert.Equal("\t\t(no text)", run.Lines[1]);
        Assert.Matches("^neg\t(0\\.[0-9]{4}|1\\.0000)\tдreadful\tdreadful$", run.Lines[2]);
    }

    [Fact]
    public void Json_IsThePredictionOfTheLibrary()
    {
        Prediction expected = TextClassifier.Load(models.One).Predict("a superb unheard film");

        ToolRun run = ToolRun.OfInput("a superb unheard film\n", "predict", models.One, "--json");

        JsonElement json = run.Json;
        Assert.Equal(["label", "probability", "words", "knownWords", "familiarity", "text"], json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            (expected.Label, expected.Probability, expected.WordCount, expected.KnownWordCount),
            (json.GetProperty("label").GetString(), json.GetProperty("probability").GetDouble(), json.GetProperty("words").GetInt32(), json.GetProperty("knownWords").GetInt32()));
    }

    [Fact]
    public void Json_HasTheText() => Assert.Equal("a \"superb\" film 🎬", ToolRun.OfInput("a \"superb\" film 🎬\n", "predict", models.One, "--json").Json.GetProperty("text").GetString());

    [Theory]
    [InlineData("superb\nxyzzy plugh\n\n", "1 of 3 texts are empty and get no label\n1 of 3 texts have no word known to the classifier: ignore their predictions\n")]
    [InlineData("superb\nxyzzy film\n", "")]
    public void TextsOfWhichNothingIsKnown_AreCounted(string input, string note)
    {
        foreach (string[] form in new string[][] { [], ["--json"], ["--top", "2"] })
        {
            ToolRun run = ToolRun.OfInput(input, ["predict", models.One, .. form]);

            Assert.Equal((ExitCode.Success, note), (run.ExitCode, run.Error.ReplaceLineEndings("\n")));
        }
    }

    [Theory]
    [InlineData("{\"text\":\"superb\"}\n\n{\"text\":\"dreadful\"}\n", "superb", "dreadful")]
    [InlineData("{not JSON}\n{\"text\":\"dreadful\"}\n", "{not JSON}", "{\"text\":\"dreadful\"}")]
    [InlineData("[\"superb\"]\n", "[\"superb\"]")]
    public void JsonLines_AreKnownByTheFirst(string input, params string[] texts) =>
        Assert.Equal(texts, ToolRun.OfInput(input, "predict", models.One, "--top", "1").Lines.Select(line => line.Split('\t')[2]));

    [Fact]
    public void JsonLinesOfAnotherField_AreTold()
    {
        ToolRun.OfInput("{\"body\":\"superb\",\"id\":7}\n", "predict", models.One).AssertError("standard input, line 1: can't find the text column in the object's fields \"body\", \"id\"; name it with --text-field");
        Assert.StartsWith("pos\t", ToolRun.OfInput("{\"body\":\"superb\",\"id\":7}\n", "predict", models.One, "--text-field", "body").Output, StringComparison.Ordinal);
        Assert.StartsWith("pos\t", ToolRun.OfInput("{\"body\":\"superb\",\"id\":7}\n", "predict", models.One, "--input", "text").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ALabelWithTabsAndLineEnds_StaysInItsColumn()
    {
        string data = _folder.Write("data.csv", SmallTexts.Csv.Replace(",pos", ",\"p\no\ts\"", StringComparison.Ordinal));
        ToolRun.Of(["train", data, "--model", _folder.PathOf("odd"), .. SmallTexts.Quick]);

        Assert.Matches("^p o s\t[.0-9]+\tsuperb\n$", ToolRun.OfInput("superb\n", "predict", _folder.PathOf("odd")).Output);
    }

    [Fact]
    public void NoInput_IsNoPrediction()
    {
        ToolRun run = ToolRun.OfInput("", "predict", models.One);

        Assert.Equal((ExitCode.Success, "", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ManyLines_KeepTheirOrder(int threads)
    {
        string[] texts = [.. Enumerable.Range(0, 5_000).Select(t => $"film {t} {(t % 7 < 3 ? "superb" : "dreadful")}")];

        ToolRun run = ToolRun.OfInput(string.Join('\n', texts), "predict", models.One, "--threads", threads.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(texts.Select((text, t) => $"{(t % 7 < 3 ? "pos" : "neg")} {text}"), run.Lines.Select(line => line.Split('\t')).Select(fields => $"{fields[0]} {fields[2]}"));
    }

    [Fact]
    public void Top_GivesThatManyLabels()
    {
        ToolRun run = ToolRun.OfInput("superb\n", "predict", models.One, "--top", "2");

        string[] fields = Assert.Single(run.Lines).Split('\t');
        Assert.Equal(("pos,neg", "superb"), (fields[0], fields[2]));
        Assert.Equal(1, fields[1].Split(',').Sum(probability => double.Parse(probability, CultureInfo.InvariantCulture)), 3);
    }

    [Fact]
    public void LabelsWithCommas_AreQuotedAsInCsv()
    {
        string data = _folder.Write("data.csv", SmallTexts.Csv
            .Replace(",pos", ",\"Good, really\"", StringComparison.Ordinal).Replace(",neg", ",\"the \"\"worst\"\"\"", StringComparison.Ordinal));
        ToolRun.Of(["train", data, "--model", _folder.PathOf("commas"), .. SmallTexts.Quick]);

        Assert.Matches(
            "^\"Good, really\",\"the \"\"worst\"\"\"\t[.0-9]+,[.0-9]+\tsuperb\n$", ToolRun.OfInput("superb\n", "predict", _folder.PathOf("commas"), "--top", "2").Output);
        Assert.Matches("^Good, really\t[.0-9]+\tsuperb\n$", ToolRun.OfInput("superb\n", "predict", _folder.PathOf("commas")).Output);
    }

    [Fact]
    public void Threshold_LeavesImprobableLabelsOut()
    {
        JsonElement json = ToolRun.OfInput("superb\n", "predict", models.One, "--threshold", "0.5", "--json").Json;

        Assert.Equal("pos", Assert.Single(json.GetProperty("labels").EnumerateArray()).GetProperty("label").GetString());
    }

    [Fact]
    public void WhereATextMayHaveSeveralLabels_ItGetsThem()
    {
        ToolRun run = ToolRun.OfInput("a superb film of hours\na dreadful film\n", "predict", models.Several);

        Assert.Equal(["long,pos", "neg"], run.Lines.Select(line => string.Join(',', line.Split('\t')[0].Split(',').Order(StringComparer.Ordinal))));
    }

    [Theory]
    [InlineData("texts.jsonl", "{\"text\":\"superb\"}\n\n{\"id\":1,\"text\":\"dreadful\"}\n")]
    [InlineData("texts.csv", "id,text\n1,superb\n2,\"dread\"\"ful\ndreadful\"\n")]
    [InlineData("texts.txt", "superb\ndreadful\n")]
    public void TheForm_IsTakenFromTheName(string name, string content)
    {
        ToolRun run = ToolRun.Of("predict", models.One, _folder.Write(name, content));

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal(["pos", "neg"], run.Lines.Select(line => line.Split('\t')[0]));
    }

    [Theory]
    [InlineData("--threads 0", "--threads is '0'; a whole number from 1 to 1024 was expected")]
    [InlineData("--top 0", "--top is '0'; a whole number from 1 to 2147483647 was expected")]
    [InlineData("--threshold 1.5", "--threshold is '1.5'; a number from 0 to 1 was expected")]
    [InlineData("--input text --text-field x", "--text-field, --separator and --no-header are for tables and JSON")]
    [InlineData("nowhere.txt", "There is no file nowhere.txt to read texts from; a text itself is read from standard input.")]
    public void WrongArguments_AreTold(string arguments, string message) => ToolRun.Of(["predict", models.One, .. arguments.Split(' ')]).AssertError(message);

    [Fact]
    public void WhatStandsBeforeABadLine_IsPredicted()
    {
        ToolRun run = ToolRun.OfInput([.. "superb\ndreadful\ncaf"u8, 0xE9, (byte)'\n'], "predict", models.One);

        Assert.Equal((ExitCode.BadInput, 2), (run.ExitCode, run.Lines.Count));
        Assert.Contains("error: standard input, line 3: the byte 0xE9", run.Error, StringComparison.Ordinal);
    }
}
