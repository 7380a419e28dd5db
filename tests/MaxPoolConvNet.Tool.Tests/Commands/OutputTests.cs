namespace MaxPoolConvNet.Tool.Tests;

/// <summary>No output of a command destroys an input or another output of it.</summary>
public sealed class OutputTests : IDisposable
{
    private static readonly string[] _inputs = ["d", "test", "old", "vec"];
    private static readonly string[] _outputs = ["m", "r", "new"];

    private readonly TemporaryFolder _folder = new();

    /// <summary>Arguments of which the last is the output, beside "d" with texts, "test", "old" and "vec".</summary>
    public static TheoryData<string, string> Collisions { get; } = new()
    {
        { "train d --model d", "--model d is the same file as DATA d, which the command reads; name another file" },
        { "train d --model m --report d", "--report d is the same file as DATA d" },
        { "train d --model m --checkpoint d", "--checkpoint d is the same file as DATA d" },
        { "train d --test test --model test", "--model test is the same file as --test test" },
        { "train d --vectors vec --model vec", "--model vec is the same file as --vectors vec" },
        { "train d --continue old --model old", "--model old is the same file as --continue old" },
        { "train d --continue old --model m --report old", "--report old is the same file as --continue old" },
        { "train d --model m --report m", "--report m is the same file as --model m, which the command writes as well; name another file" },
        { "train d --model m --checkpoint m", "--checkpoint m is the same file as --model m" },
        { "train d --model m --checkpoint r --report r", "--report r is the same file as --checkpoint r" },
        { "train new --model new", "--model new is the same file as DATA new" },
        { "evaluate old d --report d", "--report d is the same file as DATA d" },
        { "evaluate old d --report old", "--report old is the same file as MODEL old" },
        { "explain old text --html old", "--html old is the same file as MODEL old" },
        { "explain old --file d --html d", "--html d is the same file as --file d" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Collisions))]
    public void AnOutputThatIsAnotherFileOfTheCommand_IsTold(string arguments, string message)
    {
        Dictionary<string, string> files = _inputs.ToDictionary(name => name, name => _folder.Write(name, $"pos\tof {name}\n"));
        string folder = _folder.PathOf("");

        ToolRun run = ToolRun.Of(Located(arguments, folder).Split(' '));

        run.AssertError(Located(message, folder));
        Assert.All(files, file => Assert.Equal($"pos\tof {file.Key}\n", File.ReadAllText(file.Value)));
        Assert.Equal(files.Count, Directory.GetFileSystemEntries(folder).Length);
    }

    [Fact]
    public void AnotherSpelling_IsTheSameFile()
    {
        string data = _folder.Write("d.tsv", SmallTexts.Tab);
        Directory.CreateDirectory(_folder.PathOf("sub"));
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, data);

        foreach (string model in new[] { relative, _folder.PathOf("./d.tsv"), _folder.PathOf("sub/../d.tsv"), _folder.PathOf("") + "/d.tsv" })
            ToolRun.Of("train", data, "--model", model).AssertError($"--model {model} is the same file as DATA {data}");
        Assert.Equal(SmallTexts.Tab, File.ReadAllText(data));
    }

    [Fact]
    public void ALink_IsTheFileThatItLeadsTo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a link needs a privilege");
        string data = _folder.Write("d.tsv", SmallTexts.Tab);
        string link = File.CreateSymbolicLink(_folder.PathOf("link"), "d.tsv").FullName;
        string linkToLink = File.CreateSymbolicLink(_folder.PathOf("again"), link).FullName;
        string folder = Directory.CreateSymbolicLink(_folder.PathOf("folder"), _folder.PathOf("")).FullName;
        string hard = HardLink.Make(data, _folder.PathOf("hard"));

        foreach (string model in new[] { link, linkToLink, Path.Combine(folder, "d.tsv"), Path.Combine(folder, "again"), hard })
            ToolRun.Of("train", data, "--model", model).AssertError($"--model {model} is the same file as DATA {data}");
        foreach (string read in new[] { link, linkToLink, hard })
            ToolRun.Of("train", read, "--model", data).AssertError($"--model {data} is the same file as DATA {read}");
        Assert.Equal(SmallTexts.Tab, File.ReadAllText(data));
    }

    [Fact]
    public void TwoNewFilesInALinkedFolder_AreTheSame()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a link needs a privilege");
        string folder = Directory.CreateSymbolicLink(_folder.PathOf("folder"), _folder.PathOf("")).FullName;
        string page = Path.Combine(folder, "m");

        ToolRun.Of("train", _folder.Write("d.tsv", SmallTexts.Tab), "--model", _folder.PathOf("m"), "--report", page)
            .AssertError($"--report {page} is the same file as --model {_folder.PathOf("m")}");
    }

    [Fact]
    public void LinksInACircle_AreNoFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a link needs a privilege");
        File.CreateSymbolicLink(_folder.PathOf("one"), "other");
        File.CreateSymbolicLink(_folder.PathOf("other"), "one");

        Assert.Equal(ExitCode.BadInput, ToolRun.Of("train", _folder.PathOf("one"), "--model", _folder.PathOf("other")).ExitCode);
    }

    [Fact]
    public void AnOutputAmongTheTextsOfAFolder_IsTold()
    {
        string folder = Directory.CreateDirectory(_folder.PathOf("texts")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "pos"));
        string model = Path.Combine(folder, "pos", "m");

        ToolRun.Of("train", folder, "--model", model).AssertError($"--model {model} is among the texts of DATA {folder}; name a file outside of its subfolders");
    }

    [Fact]
    public void TheSameInputTwice_IsNoCollision()
    {
        string data = _folder.Write("d.tsv", SmallTexts.Tab);

        Assert.Equal(ExitCode.Success, ToolRun.Of(["train", data, "--test", data, "--model", _folder.PathOf("m"), .. SmallTexts.Quick]).ExitCode);
    }

    [Theory]
    [InlineData("evaluate none none --report nowhere/page")]
    [InlineData("explain none text --html nowhere/page")]
    [InlineData("train none --model m --checkpoint nowhere/c")]
    public void AFolderThatIsntThere_IsToldBeforeTheWork(string arguments) => ToolRun.Of(arguments.Split(' ')).AssertError("There is no folder ");

    /// <summary>With the files' names replaced by their paths.</summary>
    private static string Located(string message, string folder) =>
        string.Join(' ', message.Split(' ').Select(word => _inputs.Concat(_outputs).Contains(word.TrimEnd(',', ';')) ? folder + word : word));
}
