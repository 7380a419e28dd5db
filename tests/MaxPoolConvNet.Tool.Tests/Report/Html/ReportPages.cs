using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>Reports of trainings on small texts, some of which are hard to tell apart; made once for all tests of a class.</summary>
public sealed class ReportPages : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReportPages()
    {
        Model = _folder.PathOf("model");
        Data = _folder.Write("data.tsv", Lines(0));
        TestData = _folder.Write("test.tsv", Lines(1));
        One = Train(Data, "--test", TestData);
        Again = Train(Data, "--test", TestData, "--threads", "1");
        Several = Train(_folder.Write("several.txt", SmallTexts.Several), "--hold-out", "0.5", "--model", _folder.PathOf("several"));
        WithoutHeldOut = Train(Data, "--hold-out", "0", "--model", _folder.PathOf("other"));
    }

    internal ParsedPage One { get; }

    internal ParsedPage Again { get; }

    internal ParsedPage Several { get; }

    internal ParsedPage WithoutHeldOut { get; }

    /// <summary>What <see cref="One"/> is about.</summary>
    public string Model { get; }

    public string Data { get; }

    public string TestData { get; }

    internal EvaluationReport Evaluation => TextClassifier.Load(Model).Evaluate(LabeledTextFile.Read(TestData));

    public void Dispose() => _folder.Dispose();

    internal ParsedPage Train(string data, params string[] arguments)
    {
        string page = _folder.PathOf("page.html");
        string[] model = arguments.Contains("--model") ? [] : ["--model", Model];
        ToolRun run = ToolRun.Of(["train", data, .. model, "--report", page, .. SmallTexts.Quick, .. arguments]);
        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.ExitCode == ExitCode.Success ? "" : run.Error));
        return new ParsedPage(File.ReadAllText(page));
    }

    // good, bad and so-so share words; every seventh label is another than the words say
    private static string Lines(int offset)
    {
        string[] labels = ["good", "bad", "soso"], words = ["superb", "dreadful", "passable"];
        return string.Concat(Enumerable.Range(0, 60).Select(t =>
            $"{labels[(t % 7 == 6 ? t + 1 : t) % 3]}\ta {words[t % 3]} film of {(t + offset) % 11} {(t % 5 == 0 ? words[(t + 1) % 3] : "long")} hours, {t % 13 + offset * 3}\n"));
    }
}
