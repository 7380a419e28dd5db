using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class TrainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ATrainedModel_PredictsAfterLoading()
    {
        ToolRun run = Train(SmallTexts.Tab);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        TextClassifier classifier = TextClassifier.Load(_folder.PathOf("model"));
        Assert.Equal(("pos", "neg"), (classifier.Predict("superb").Label, classifier.Predict("dreadful").Label));
    }

    [Fact]
    public void TheSummary_TellsWhatIsLearnedFromAndWhatIsTestedOn()
    {
        ToolRun run = Train(SmallTexts.Tab, "--hold-out", "0.25");

        Assert.StartsWith("tab-separated, no header, label column 1, text column 2, UTF-8, 24 texts, 2 labels: neg 12, pos 12\n18 training texts (neg 9, pos 9), 6 held-out texts\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("on the 6 held-out texts:\naccuracy 1.0000 (6 of 6 texts)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void HoldingNothingOut_LearnsFromAllTexts()
    {
        ToolRun run = Train(SmallTexts.Tab, "--hold-out", "0");

        Assert.StartsWith("tab-separated, no header, label column 1, text column 2, UTF-8, 24 texts, 2 labels: neg 12, pos 12\n24 training texts (neg 12, pos 12), 0 held-out texts\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("accuracy", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ALinkToAModel_HasTheModelsLength()
    {
        File.CreateSymbolicLink(_folder.PathOf("model"), _folder.Write("linked", "an old one"));

        ToolRun run = Train(SmallTexts.Tab, "--json");

        Assert.Equal(File.ReadAllBytes(_folder.PathOf("linked")).Length, run.Json.GetProperty("modelBytes").GetInt32());
    }

    [Fact]
    public void ATestFile_IsTestedOn()
    {
        string test = _folder.Write("test.tsv", "pos\tsuperb\npos\tdreadful\nneg\tdreadful\nneg\tso dreadful\n");

        ToolRun run = Train(SmallTexts.Tab, "--test", test);

        Assert.StartsWith("tab-separated, no header, label column 1, text column 2, UTF-8, 24 texts, 2 labels: neg 12, pos 12\n24 training texts", run.Output, StringComparison.Ordinal);
        Assert.Contains("accuracy 0.7500 (3 of 4 texts)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TestTextsThatAreLearnedByHeart_AreTold()
    {
        string test = _folder.Write("test.tsv", "pos\ta superb film, 0\nneg\tnothing like it at all\n");

        ToolRun run = Train(SmallTexts.Tab, "--test", test, "--json");

        Assert.Equal(1, run.Json.GetProperty("heldOutNearDuplicates").GetInt32());
    }

    [Fact]
    public void Progress_IsALineAnEpochOnStandardError()
    {
        ToolRun run = Train(SmallTexts.Tab, "--epochs", "3");

        Assert.Equal(["epoch 1/3", "epoch 2/3", "epoch 3/3"], run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ")[0]));
    }

    [Fact]
    public void Json_IsOneObjectWithFiguresAndSettings()
    {
        JsonElement json = Train(SmallTexts.Tab, "--json", "--widths", "1,4", "--seed", "18446744073709551615", "--class-weight", "pos=2").Json;

        JsonElement settings = json.GetProperty("settings");
        Assert.Equal((22, 2), (json.GetProperty("texts").GetInt32(), json.GetProperty("heldOutTexts").GetInt32()));
        Assert.Equal(1, json.GetProperty("evaluation").GetProperty("accuracy").GetDouble());
        Assert.Equal("Completed", json.GetProperty("stopReason").GetString());
        Assert.Equal(new FileInfo(_folder.PathOf("model")).Length, json.GetProperty("modelBytes").GetInt64());
        Assert.Equal([1, 4], settings.GetProperty("widths").EnumerateArray().Select(width => width.GetInt32()));
        Assert.Equal(ulong.MaxValue, settings.GetProperty("seed").GetUInt64());
        Assert.Equal(2, settings.GetProperty("classWeights").GetProperty("pos").GetDouble());
    }

    [Fact]
    public void Json_NamesTheReport_AndWhatWasChosenForTheTexts()
    {
        string page = _folder.PathOf("page.html");

        JsonElement json = ToolRun.Of("train", _folder.Write("data.tsv", SmallTexts.Tab), "--model", _folder.PathOf("model"), "--filters", "5", "--report", page, "--json").Json;

        JsonElement settings = json.GetProperty("settings");
        Assert.Equal(page, json.GetProperty("report").GetString());
        Assert.Equal((20, 1), (settings.GetProperty("epochs").GetInt32(), settings.GetProperty("batchSize").GetInt32()));
        Assert.Equal("One", settings.GetProperty("labelsPerText").GetString());
        Assert.Equal("20", new ParsedPage(File.ReadAllText(page)).Rows("settings").Single(row => row[0] == "epochs")[1]);
    }

    [Fact]
    public void AMaximumSize_IsKeptAndItsPriceIsPrinted()
    {
        Train(SmallTexts.Tab);
        long most = new FileInfo(_folder.PathOf("model")).Length - 200;

        ToolRun run = Train(SmallTexts.Tab, "--max-size", most.ToString(null, null));

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.InRange(new FileInfo(_folder.PathOf("model")).Length, 1_000, most);
        Assert.Contains("accuracy without --max-size: 100.0", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SixteenBits_MakeASmallerFile()
    {
        Train(SmallTexts.Tab, "--precision", "32");
        long full = new FileInfo(_folder.PathOf("model")).Length;

        Train(SmallTexts.Tab, "--precision", "16");

        Assert.InRange(new FileInfo(_folder.PathOf("model")).Length, full / 3, full - 1);
    }

    [Theory]
    [InlineData("--architecture one-hot --widths 1,2")]
    [InlineData("--architecture random --dimension 20 --widths 1,2")]
    [InlineData("--architecture one-hot+random --dimension 20 --optimizer adam --learning-rate 0.01 --batch-size 4 --networks 2 --filters 10")]
    [InlineData("--vectors VECTORS --architecture static --widths 1")]
    [InlineData("--vectors VECTORS --architecture trained --widths 1")]
    [InlineData("--vectors VECTORS --architecture two-channel --widths 1,2")]
    [InlineData("--vectors VECTORS")]
    [InlineData("--early-stopping 3")]
    [InlineData("--tokenizer whitespace")]
    [Trait("Category", "Slow")]
    public void EveryKindOfTraining_Learns(string arguments)
    {
        string vectors = _folder.Write("vectors.txt", "superb 1 0.5\ndreadful -1 0.5\nmarvellous 1 0.4\n");

        ToolRun run = Train(SmallTexts.Tab, arguments.Replace("VECTORS", vectors, StringComparison.Ordinal).Split(' '));

        Assert.Contains("accuracy 1.0000", run.Output, StringComparison.Ordinal);
        Assert.Equal(arguments.Contains("VECTORS", StringComparison.Ordinal), run.Output.Contains(" training words have a vector", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("superb 1 0.5\ndreadful -1 0.5\nsuperb 2 2\n", "--vectors: skipped 1 with a word that occurs again, first in line 3\n")]
    [InlineData("superb 1 0.5\n\t -1 0.5\ndreadful -1 0.5\n", "--vectors: skipped 1 with a blank word, first in line 2\n")]
    [InlineData("3 2\nsuperb 1 0.5\ndreadful -1 0.5\n", "--vectors: read 2 vectors, but the file's header promises 3; the file may be truncated\n")]
    public void VectorsThatAreSkipped_AreCounted(string content, string note)
    {
        ToolRun run = Train(SmallTexts.Tab, "--vectors", _folder.Write("vectors.txt", content), "--widths", "1");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.StartsWith(note, run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void VectorsOfEnglish_AreInTheTool()
    {
        ToolRun run = Train("good\ta great film\ngood\twonderful\nbad\tan awful film\nbad\tterrible\n", "--vectors", "english", "--hold-out", "0");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("7 of the 7 training words have a vector", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AModelThatRefersToVectors_IsSmallerAndPredictsTheSame()
    {
        string texts = _folder.Write("texts.tsv", "good\ta great film\ngood\twonderful\nbad\tan awful film\nbad\tterrible\n");
        string[] command = ["train", texts, "--vectors", "english", "--hold-out", "0", .. SmallTexts.Quick, "--model"];
        Assert.Equal(ExitCode.Success, ToolRun.Of([.. command, _folder.PathOf("whole")]).ExitCode);
        Assert.Equal(ExitCode.Success, ToolRun.Of([.. command, _folder.PathOf("refers"), "--vectors-by-reference"]).ExitCode);

        Assert.InRange(new FileInfo(_folder.PathOf("refers")).Length, 1, new FileInfo(_folder.PathOf("whole")).Length / 10);
        Assert.Equal(
            ToolRun.Of("predict", _folder.PathOf("whole"), texts).Output, ToolRun.Of("predict", _folder.PathOf("refers"), texts).Output);
        Assert.Contains("vectors: {\"name\":\"english\"", ToolRun.Of("inspect", _folder.PathOf("refers")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--epochs", "1")]
    [InlineData("--vectors", "english", "--architecture", "two-channel")]
    public void ReferringToVectors_NeedsStaticOnesOfEnglish(params string[] switches)
    {
        ToolRun run = Train(SmallTexts.Tab, [.. switches, "--vectors-by-reference"]);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("--vectors-by-reference is for --vectors english and filters over static vectors", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void CsvColumns_AreNamedBySwitches()
    {
        string csv = SmallTexts.Csv.Replace("id,text,label", "label,body,truth", StringComparison.Ordinal);

        ToolRun run = ToolRun.Of(["train", _folder.Write("data.csv", csv), "--model", _folder.PathOf("model"), "--label-column", "truth", "--text-column", "body", .. SmallTexts.Quick]);

        Assert.Contains("(neg 11, pos 11)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WithSubwords_ThePageTellsWhatTheirMarksMean()
    {
        string page = _folder.PathOf("page.html");

        Assert.Equal(ExitCode.Success, Train(SmallTexts.Tab, "--report", page).ExitCode);
        Assert.DoesNotContain("A subword starts with ~", File.ReadAllText(page), StringComparison.Ordinal);

        ToolRun run = Train(SmallTexts.Tab, "--tokenizer", "subwords", "--report", page, "--json");
        Assert.Equal(("SubwordTokenizer", page), (run.Json.GetProperty("settings").GetProperty("tokenizer").GetString(), run.Json.GetProperty("report").GetString()));
        Assert.Contains("A subword starts with ~", File.ReadAllText(page), StringComparison.Ordinal);
    }

    private ToolRun Train(string texts, params string[] arguments)
    {
        string[] own = [.. SmallTexts.Quick.Chunk(2).Where(pair => !arguments.Contains(pair[0])).SelectMany(pair => pair)];
        return ToolRun.Of(["train", _folder.Write("data.txt", texts), "--model", _folder.PathOf("model"), .. own, .. arguments]);
    }
}
