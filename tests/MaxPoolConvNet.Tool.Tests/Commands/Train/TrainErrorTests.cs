using System.Text;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class TrainErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Arguments after a good data file.</summary>
    public static TheoryData<string, string> Arguments { get; } = new()
    {
        { "--architecture bag", "--architecture is 'bag'; one-hot, random, static, trained, two-channel, or one-hot+" },
        { "--architecture one-hot+one-hot", "--architecture is 'one-hot+one-hot'" },
        { "--architecture static", "--architecture static needs --vectors; pass them, or use --architecture random" },
        { "--architecture random --vectors v.txt", "--architecture random takes no --vectors" },
        { "--architecture one-hot --vectors v.txt", "--architecture one-hot takes no --vectors" },
        { "--dimension 5", "--architecture one-hot takes no --dimension" },
        { "--vectors nowhere.vec", "There is no file nowhere.vec to read word vectors from." },
        { "--widths 1,two", "--widths is '1,two'; different whole numbers from 1 to 100, separated by commas, were expected" },
        { "--widths 2,2", "--widths is '2,2'; different whole numbers from 1 to 100" },
        { "--widths 0", "--widths is '0'; different whole numbers from 1 to 100, separated by commas, were expected" },
        { "--filters 0", "--filters is '0'; a whole number from 1 to 100000 was expected" },
        { "--architecture random --widths 0", "--widths is '0'; different whole numbers from 1 to 100, separated by commas, were expected" },
        { "--optimizer newton", "--optimizer is 'newton'; one of adagrad, adadelta, adam, sgd was expected" },
        { "--learning-rate 0", "--learning-rate is '0'; a number from 1E-12 to 100 was expected" },
        { "--learning-rate 0,01", "--learning-rate is '0,01'; a number from 1E-12 to 100 was expected, with a point instead of the comma" },
        { "--dropout 0,5", "--dropout is '0,5'; a number from 0 to 0.95 was expected, with a point instead of the comma" },
        { "--hold-out 0,2", "--hold-out is '0,2'; a number from 0 to 0.99 was expected, with a point instead of the comma" },
        { "--networks 0", "--networks is '0'; a whole number from 1 to 100 was expected" },
        { "--epochs 0", "--epochs is '0'; a whole number from 1 to 10000 was expected" },
        { "--epochs many", "--epochs is 'many'; a whole number from 1 to 10000 was expected" },
        { "--batch-size 0", "--batch-size is '0'; a whole number from 1 to 100000 was expected" },
        { "--dropout 1", "--dropout is '1'; a number from 0 to 0.95 was expected" },
        { "--min-count 0", "--min-count is '0'; a whole number from 1 to 2147483647 was expected" },
        { "--early-stopping 0", "--early-stopping is '0'; a whole number from 1 to 1000 was expected" },
        { "--class-weight pos", "--class-weight is 'pos'; LABEL=X with a number from 0.001 to 1000 was expected, such as spam=5" },
        { "--class-weight pos=0", "--class-weight is 'pos=0'; LABEL=X with a number" },
        { "--class-weight pos=1 --class-weight pos=2", "--class-weight gives the label 'pos' two weights" },
        { "--class-weight meh=1", "the label 'meh', which no text has" },
        { "--threads 0", "--threads is '0'; a whole number from 1 to 1024 was expected" },
        { "--threads 1025", "--threads is '1025'; a whole number from 1 to 1024 was expected" },
        { "--seed -1", "--seed is '-1'; a whole number from 0 to 18446744073709551615 was expected" },
        { "--encoding ebcdic", "there is no encoding \"ebcdic\"; a name such as utf-8, utf-16, windows-1252, iso-8859-2 or shift_jis was expected" },
        { "--labels two", "--labels is 'two'; one of from-data, one, several was expected" },
        { "--precision 4", "--precision is '4'; one of 8, 32, 16 was expected" },
        { "--hold-out 1", "--hold-out is '1'; a number from 0 to 0.99 was expected" },
        { "--hold-out 0.1 --test t.tsv", "--test and --hold-out were both given; pass one of them" },
        { "--test nowhere.tsv", "There is no file nowhere.tsv" },
        { "--allow-unlabeled", "--allow-unlabeled is for --format fasttext" },
    };

    public static TheoryData<byte[], string> Files { get; } = new()
    {
        { [], "data.tsv: no labeled text in the file" },
        { Encoding.UTF8.GetBytes("label\ttext\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"I liked it on day {i}\tpos\n"))), "these don't look like labels: \"I liked it on day 0\"" },
        { Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 12).Select(i => $"Day{i} was fine{i}\n"))), "; pass --format with the format of the file" },
        { Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 12).Select(i => $"Day{i % 4} was {(i % 2 == 0 ? "pos" : "neg")}\n"))), "; if the first words are the labels, pass --format space" },
        { Encoding.UTF8.GetBytes("pos\tfine\n\tdull\n"), "data.tsv, line 2: no label before the text" },
        { [.. Encoding.UTF8.GetBytes(SmallTexts.Tab), .. "pos\tcaf"u8, 0xE9, (byte)'\n'], $"data.tsv, line {SmallTexts.Count + 1}: the byte 0xE9 at offset {SmallTexts.Tab.Length + 7} is not UTF-8; if the word is \"café\", pass --encoding windows-1252; if not, the file may be in windows-1250 (" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Arguments))]
    public void WrongArguments_AreToldInTheWordsOfTheCommandLine(string arguments, string message)
    {
        ToolRun run = ToolRun.Of(
            ["train", _folder.Write("data.tsv", SmallTexts.Tab), "--model", _folder.PathOf("model"), "--json", .. arguments.Split(' ')]);

        run.AssertError(message);
        Assert.False(File.Exists(_folder.PathOf("model")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void AFileThatCannotBeLearnedFrom_IsNamedWithTheLine(byte[] content, string message) =>
        ToolRun.Of("train", _folder.Write("data.tsv", content), "--model", _folder.PathOf("model")).AssertError(message);

    [Fact]
    public void AMissingFile_IsNamed() => ToolRun.Of("train", "nowhere.tsv", "--model", "model").AssertError("There is no file nowhere.tsv");

    [Fact]
    public void AModelInAFolderThatIsntThere_IsToldBeforeTraining() =>
        ToolRun.Of("train", "nowhere.tsv", "--model", Path.Combine("nowhere", "model")).AssertError("There is no folder ");

    [Fact]
    public void AFolderInPlaceOfAModel_IsToldBeforeTraining() =>
        ToolRun.Of("train", "nowhere.tsv", "--model", Path.GetTempPath()).AssertError(" is a folder; a file was expected");

    [Fact]
    public void AModelThatCannotBeWritten_IsToldBeforeTraining() =>
        ToolRun.Of("train", "nowhere.tsv", "--model", _folder.PathOf(new string('m', 300))).AssertError("too long");

    [Fact]
    public void WithoutModel_NothingIsTrained() => ToolRun.Of("train", "nowhere.tsv").AssertError("Option '--model' is required.");

    [Fact]
    public void ALabelOfTheTestFileThatIsntTrained_CountsAsWrongAndIsNamed()
    {
        string test = _folder.Write("test.tsv", "pos\tsuperb\nmeh\tso so\n");
        ToolRun run = ToolRun.Of(
            ["train", _folder.Write("data.tsv", SmallTexts.Tab), "--model", _folder.PathOf("model"), "--test", test, .. SmallTexts.Quick]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("accuracy 0.5000 (1 of 2 texts)", run.Output, StringComparison.Ordinal);
        Assert.Contains("meh", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AColumnWhoseEveryTextIsALabelOfItsOwn_IsTold()
    {
        string data = _folder.Write("d.csv", "id,text\n1,superb\n2,dreadful\n3,so so\n");

        ToolRun.Of("train", data, "--model", _folder.PathOf("m"), "--label-column", "id").AssertError("each of the 3 labels, such as '1', has only one text");
        Assert.Equal(ExitCode.Success, ToolRun.Of(["train", data, "--model", _folder.PathOf("m"), "--label-column", "id", "--hold-out", "0", .. SmallTexts.Quick]).ExitCode);
    }

    [Theory]
    [InlineData("--model")]
    [InlineData("--report")]
    [InlineData("--checkpoint")]
    public void AnEmptyFileName_IsTold(string name)
    {
        string data = _folder.Write("d.tsv", SmallTexts.Tab);
        string[] model = name == "--model" ? [] : ["--model", _folder.PathOf("m")];

        ToolRun.Of(["train", data, .. model, name, ""]).AssertError($"{name} is empty; a file was expected");
    }
}
