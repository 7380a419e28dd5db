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

    [Theory]
    [InlineData("--architecture one-hot")]
    [InlineData("--widths 1")]
    [InlineData("--filters 5")]
    [InlineData("--networks 2")]
    [InlineData("--labels one")]
    [InlineData("--tokenizer words")]
    public void ASwitchForANewNetwork_IsTold(string arguments) =>
        Continue(SmallTexts.Tab, arguments.Split(' ')).AssertError($"{arguments.Split(' ')[0]} is for a new network; --continue goes on with that of {models.One}");

    private ToolRun Continue(string texts, params string[] arguments) =>
        ToolRun.Of(["train", _folder.Write("data.tsv", texts), "--model", _folder.PathOf("model"), "--continue", models.One, .. arguments]);
}
