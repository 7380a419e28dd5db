namespace MaxPoolConvNet.Tool.Tests.Commands;

/// <summary>Paths that are folders, and paths and arguments of two lines: the error is one line, and has all of the path.</summary>
public sealed class PathErrorTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private const string TwoLines = "of two\nlines";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFolderInPlaceOfTheModel_IsNamed() => AssertError("is a folder; a model file was expected", "predict", Folder);

    [Fact]
    public void AFolderInPlaceOfTheTexts_IsNamed() =>
        AssertError("is a folder; a file of texts was expected: one per line, a table or JSON", "predict", models.One, Folder);

    [Fact]
    public void AFolderOfTextsToExplain_IsNamed() =>
        AssertError("is a folder; a file of texts was expected: one per line, a table or JSON", "explain", models.One, "--file", Folder);

    [Theory]
    [InlineData("There is no file {0} to read a model from.", "predict", "{0}")]
    [InlineData("There is no file {0} to read texts from; a text itself is read from standard input.", "predict", "MODEL", "{0}")]
    [InlineData("There is no file {0} to read labeled texts from.", "train", "{0}", "--model", "m")]
    [InlineData("There is no file {0} to read labeled texts from.", "evaluate", "MODEL", "{0}")]
    [InlineData("There is no file {0} to read a model from.", "inspect", "{0}")]
    public void AFileThatIsMissing_IsNamedOnOneLine(string message, params string[] arguments)
    {
        string path = _folder.PathOf(TwoLines);

        string[] given = [.. arguments.Select(word => word.Replace("{0}", path, StringComparison.Ordinal).Replace("MODEL", models.One, StringComparison.Ordinal))];

        ToolRun.Of(given).AssertError(message.Replace("{0}", path.Replace('\n', ' '), StringComparison.Ordinal));
    }

    [Fact]
    public void AFileThatIsWrong_IsNamedOnOneLine()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such names");
        string path = _folder.Write(TwoLines, "good\n");

        ToolRun.Of("train", path, "--model", _folder.PathOf("m")).AssertError($"{path.Replace('\n', ' ')}, line 1: only the word \"good\"");
        ToolRun.Of("inspect", path).AssertError($"{path.Replace('\n', ' ')}: not a model file");
    }

    [Theory]
    [InlineData("'tra in' isn't a command", "tra\nin")]
    [InlineData("'--fo lds' isn't an option of cross-validate", "cross-validate", "x.tsv", "--fo\nlds")]
    [InlineData("--top is '1 2'; a whole number", "predict", "m", "--top", "1\n2")]
    public void AnArgumentOfTwoLines_IsNamedOnOneLine(string message, params string[] arguments) => ToolRun.Of(arguments).AssertError(message);

    private string Folder => Directory.CreateDirectory(_folder.PathOf(TwoLines)).FullName;

    private static void AssertError(string message, params string[] arguments) =>
        ToolRun.Of(arguments).AssertError($"{arguments[^1].Replace('\n', ' ')} {message}");
}
