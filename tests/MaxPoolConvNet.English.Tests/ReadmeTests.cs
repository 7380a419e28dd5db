namespace MaxPoolConvNet.English.Tests;

/// <summary>The package's README shows code that compiles and works, and says what is in the package.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] _readme = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Readme", "README.md"));
    private static readonly string[] _example = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Readme", "ReadmeExample.cs.txt"));

    [Fact]
    public void TheExample_IsCompiledCodeThatThrowsWithoutTexts()
    {
        string[] shown = [.. Between(_readme, "```csharp", "```").Where(line => line.Length > 0 && !line.StartsWith("using", StringComparison.Ordinal))];
        string[] compiled = [.. Between(_example, "// begin", "// end")];

        Assert.NotEmpty(shown);
        Assert.Equal(compiled.Select(line => line.Trim()), shown.Select(line => line.Trim()));
        Assert.Throws<ArgumentException>(() => ReadmeExample.Run([]));
    }

    [Fact]
    public void TheNumberOfWords_IsThatOfThePackage()
    {
        Assert.Contains(_readme, line => line.StartsWith("- 67,000 words", StringComparison.Ordinal));
        Assert.Equal(67, EnglishVectors.Load().Count / 1_000);
    }

    private static IEnumerable<string> Between(string[] lines, string begin, string end) =>
        lines.SkipWhile(line => line.Trim() != begin).Skip(1).TakeWhile(line => line.Trim() != end);
}
