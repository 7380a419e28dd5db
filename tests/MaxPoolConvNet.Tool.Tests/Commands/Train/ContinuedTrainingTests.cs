namespace MaxPoolConvNet.Tool.Tests;

public sealed class ContinuedTrainingTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AClassifierThatLearnsOn_KnowsTheOldAndTheNew()
    {
        ToolRun run = Continue(SmallTexts.Tab + "meh\tso so\nmeh\tneither here nor there\nmeh\tso so again\n", "--epochs", "20", "--hold-out", "0");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        TextClassifier classifier = TextClassifier.Load(_folder.PathOf("model"));
        Assert.Equal(["meh", "neg", "pos"], classifier.Labels);
        Assert.Equal(("pos", "neg", "meh"), (classifier.Predict("superb").Label, classifier.Predict("dreadful").Label, classifier.Predict("so so").Label));
    }

    [Fact]
    public void AModelThatIsLearnedOnFrom_StaysAsItIs()
    {
        byte[] old = File.ReadAllBytes(models.One);
        File.WriteAllBytes(_folder.PathOf("model"), old);

        ToolRun.Of("train", models.Data, "--model", _folder.PathOf("model"), "--continue", _folder.PathOf("model"), "--epochs", "2")
            .AssertError("is the same file as --continue ");
        Assert.Equal(old, File.ReadAllBytes(_folder.PathOf("model")));
    }

    [Fact]
    public void ATestFile_MayHaveALabelThatOnlyTheOldClassifierKnows()
    {
        string test = _folder.Write("test.tsv", "pos\tsuperb\nneg\tdreadful\n");

        ToolRun run = Continue("pos\tsuperb again\npos\ta film\n", "--epochs", "1", "--learning-rate", "0.001", "--test", test);

        Assert.Contains("accuracy 1.0000 (2 of 2 texts)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsWithoutNewTexts_AreNamed()
    {
        ToolRun run = Continue("meh\tso so\nmeh\tneither nor\n", "--epochs", "1", "--hold-out", "0");
        ToolRun one = Continue("meh\tso so\npos\tsuperb\n", "--epochs", "1", "--hold-out", "0");
        ToolRun json = Continue("meh\tso so\npos\tsuperb\n", "--epochs", "1", "--hold-out", "0", "--json");

        Assert.Equal((ExitCode.Success, ExitCode.Success), (run.ExitCode, one.ExitCode));
        Assert.Contains(
            "2 labels have no text to train on and will be forgotten ('neg', 'pos'); train on all texts, or add the old ones with --with-old FILE",
            run.Error,
            StringComparison.Ordinal);
        Assert.Contains("the label 'neg' has no text to train on and will be forgotten; train on all texts", one.Error, StringComparison.Ordinal);
        Assert.Equal("neg", Assert.Single(json.Json.GetProperty("labelsWithoutTexts").EnumerateArray()).GetString());
        Assert.DoesNotContain("forgotten", Continue(SmallTexts.Tab, "--epochs", "1").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void OldTexts_AreTrainedOnToo_AndNotHeldOut()
    {
        string texts = string.Concat(Enumerable.Range(0, 20).Select(t => $"meh\ta so so film, {t}\n"));

        ToolRun run = Continue(texts, "--epochs", "20", "--with-old", models.Data);
        ToolRun json = Continue(texts, "--epochs", "20", "--with-old", models.Data, "--json");

        Assert.Contains("42 training texts (meh 18, neg 12, pos 12), 2 held-out texts", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("forgotten", run.Error, StringComparison.Ordinal);
        Assert.Equal((24, 42), (json.Json.GetProperty("oldTexts").GetInt32(), json.Json.GetProperty("texts").GetInt32()));
        TextClassifier classifier = TextClassifier.Load(_folder.PathOf("model"));
        Assert.Equal(("pos", "neg", "meh"), (classifier.Predict("superb").Label, classifier.Predict("dreadful").Label, classifier.Predict("so so").Label));
    }

    [Fact]
    public void OldTextsWithoutAClassifier_AreTold() =>
        ToolRun.Of("train", models.Data, "--model", _folder.PathOf("model"), "--with-old", models.Data)
            .AssertError("--with-old is for --continue, which trains a classifier further");

    [Theory]
    [InlineData("--architecture one-hot")]
    [InlineData("--widths 1")]
    [InlineData("--filters 5")]
    [InlineData("--networks 2")]
    [InlineData("--labels one")]
    [InlineData("--tokenizer words")]
    public void ASwitchForANewNetwork_IsTold(string arguments) =>
        Continue(SmallTexts.Tab, arguments.Split(' ')).AssertError($"{arguments.Split(' ')[0]} is for a new network; --continue keeps the network of {models.One}");

    private ToolRun Continue(string texts, params string[] arguments) =>
        ToolRun.Of(["train", _folder.Write("data.tsv", texts), "--model", _folder.PathOf("model"), "--continue", models.One, .. arguments]);
}
