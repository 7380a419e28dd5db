namespace MaxPoolConvNet.Tests;

[Trait("Category", "Slow")]
public class SentimentErrorTests
{
    /// <summary>Arguments after a good data file.</summary>
    public static TheoryData<string, string> Arguments { get; } = new()
    {
        { "--architecture bag", "'bag' is not a known architecture; one-hot, random, static, trained, two-channel, or one-hot+" },
        { "--architecture one-hot+one-hot", "'one-hot+one-hot' is not a known architecture" },
        { "--architecture static", "the architecture static needs --vectors; to train without them, pass random" },
        { "--architecture one-hot+two-channel", "the architecture one-hot+two-channel needs --vectors" },
        { "--architecture random --vectors v.txt", "the architecture random can't use --vectors" },
        { "--vectors nowhere.vec", "There is no file nowhere.vec to read word vectors from." },
        { "--widths 1,two", "--widths is '1,two'; whole numbers separated by commas were expected" },
        { "--optimizer newton", "'newton' is not a known optimizer; adagrad, adadelta, adam or sgd was expected" },
        { "--learning-rate 0", "LearningRate is 0; a number from 1E-12 to 100 was expected" },
        { "--networks 0", "Networks is 0; a number from 1 to 100 was expected" },
        { "--seeds 0", "--seeds is 0; at least 1 was expected" },
        { "--folds 2 --seeds 2", "--folds and --seeds exclude each other" },
        { "--width 0", "Filters[0].Width is 0; a number from 1 to 100 was expected" },
        { "--width 2 --width 2", "the widths have to be all different" },
        { "--filters 0", "Filters[0].Count is 0; a number from 1 to 100000 was expected" },
        { "--epochs 0", "Epochs is 0; a number from 1 to 10000 was expected" },
        { "--epochs many", "Cannot parse argument 'many' for option '--epochs'" },
        { "--threads 0", "Threads is 0; a number from 1 to 1024 was expected" },
        { "--threads 1025", "Threads is 1025; a number from 1 to 1024 was expected" },
        { "--folds 1", "the number of folds is 1, expected at least 2" },
        { "--folds 25", "there are 24 texts, fewer than the 25 folds" },
        { "--folds 2 --test t.tsv", "--folds and --test exclude each other" },
        { "--seed -1", "Cannot parse argument '-1' for option '--seed'" },
        { "--encoding ebcdic", "'ebcdic' is not a known encoding; utf8 or latin1 was expected" },
        { "--bogus", "Unrecognized command or argument '--bogus'." },
        { "--test nowhere.tsv", "There is no file nowhere.tsv" },
        { "--json nowhere/figures.json", "there is no folder " },
    };

    public static TheoryData<byte[], string> Files { get; } = new()
    {
        { [], "data.tsv: no labeled text in the file" },
        { SampleTexts.Bytes(" \n\n"), "data.tsv: no labeled text in the file" },
        { SampleTexts.Bytes("pos\tfine\n\tdull\n"), "data.tsv, line 2: no label before the text" },
        { SampleTexts.Bytes("pos\tfine\npos\tgood\npos\tgreat\n"), "texts have the label 'pos'; training needs texts with at least two labels" },
        { [.. SampleTexts.Bytes(SampleTexts.Tab), .. SampleTexts.Bytes("pos\tcaf"), 0xE9, (byte)'\n'], $"data.tsv, line {SampleTexts.Count + 1}: " },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public async Task WrongArgumentsAreOneLineThatSaysWhatIsWrong(string arguments, string message)
    {
        using var data = new TemporaryFile("data.tsv", SampleTexts.Bytes(SampleTexts.Tab));

        await AssertErrorAsync(message, ["--data", data.Path, .. arguments.Split(' ')]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task AFileThatCannotBeLearnedFromIsOneLineThatSaysWhatIsWrong(byte[] content, string message)
    {
        using var data = new TemporaryFile("data.tsv", content);

        await AssertErrorAsync(message, "--data", data.Path);
    }

    [Fact]
    public async Task AMissingFileIsNamed() => await AssertErrorAsync("There is no file nowhere.tsv", "--data", "nowhere.tsv");

    [Fact]
    public async Task ALabelOfTheTestFileThatTheDataDoNotHaveIsToldBeforeTraining()
    {
        using var data = new TemporaryFile("data.tsv", SampleTexts.Bytes(SampleTexts.Tab));
        using var test = new TemporaryFile("test.tsv", SampleTexts.Bytes("pos\tsuperb\nmeh\tso so\n"));

        await AssertErrorAsync("test.tsv has the label 'meh'; the training texts have 'neg', 'pos'", "--data", data.Path, "--test", test.Path);
    }

    private static async Task AssertErrorAsync(string message, params string[] arguments)
    {
        SampleOutput run = await SampleProcess.RunAsync("Sentiment", arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        string line = Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", line, StringComparison.Ordinal);
    }
}
