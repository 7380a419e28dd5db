namespace MaxPoolConvNet.Tests;

public class ReadmeTests
{
    private static readonly string[] _readme = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "README.md"));
    private static readonly string[] _source = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Readme", "ReadmeExamples.cs.txt"));
    private static readonly string _packageReadme = Path.Combine(GuidePage.Root, "src", "MaxPoolConvNet", "README.md");

    [Fact]
    public void CSharpBlocks_AreTheCompiledExamples()
    {
        string[] ofPackage = CodeBlocks.OfPage(File.ReadAllLines(_packageReadme));
        string[] blocks = CodeBlocks.OfPage(_readme);
        Assert.NotEmpty(blocks);
        Assert.Equal(CodeBlocks.OfSource(_source), ofPackage);
        Assert.All(blocks, block => Assert.Contains(block, ofPackage));
    }

    [Fact]
    public void FromACsvToAPrediction_TakesAtMostTwelveLinesUsingDirectivesIncluded()
    {
        string[] code = [.. _readme.SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```").Where(line => line.Length > 0)];
        Assert.Contains(code, line => line.Contains(".Save(", StringComparison.Ordinal));
        Assert.Contains(code, line => line.Contains(".Predict(", StringComparison.Ordinal));
        Assert.InRange(code.Length, 1, 12);
    }

    [Fact]
    public void ThePackagesReadme_HasNoRelativeLink() =>
        Assert.All(File.ReadAllLines(_packageReadme), line => Assert.DoesNotMatch(@"\]\((?!https?://)", line));

    [Fact]
    public void TheReadme_IsShort()
    {
        Assert.InRange(_readme.Length, 1, 150);
        Assert.InRange(new FileInfo(Path.Combine(GuidePage.Root, "README.md")).Length, 1, 12_000);
    }

    [Fact]
    public void FirstCommands_AreTheMainJobAndTheTests()
    {
        string[] commands = [.. _readme.Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)).Take(2)];
        Assert.StartsWith("dotnet run -c Release --project samples/Sentiment ", commands[0], StringComparison.Ordinal);
        Assert.StartsWith("dotnet test -c Release ", commands[1], StringComparison.Ordinal);
    }
}
