using System.Text.RegularExpressions;

namespace MaxPoolConvNet.Tests;

public partial class GuidePagesTests
{
    public static TheoryData<string> Pages => [.. GuidePage.Names];

    public static TheoryData<string> LinkingFiles =>
    [
        "README.md", "src/README.md", "tests/MaxPoolConvNet.Benchmarks/README.md", .. GuidePage.Names.Select(name => $"samples/Guides/{name}.md"),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void CSharpBlocks_AreTheCompiledCode(string page)
    {
        string[] shown = CodeBlocks.OfPage(GuidePage.Lines(page));
        string[] compiled = CodeBlocks.OfSource(GuidePage.Source(page));
        Assert.NotEmpty(shown);
        Assert.Equal(compiled.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void UsingDirectives_AreThoseOfTheCompiledCode(string page) =>
        Assert.Equal(CodeBlocks.Usings(GuidePage.Source(page)), CodeBlocks.Usings(GuidePage.Lines(page)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void FirstBlock_ComesFirstInTheCode(string page) =>
        Assert.Equal(CodeBlocks.OfSource(GuidePage.Source(page))[0], CodeBlocks.OfPage(GuidePage.Lines(page))[0]);

    [Theory]
    [MemberData(nameof(Pages))]
    public void ThePage_IsRunByTheProgramAndLinkedFromTheReadme(string page)
    {
        string program = File.ReadAllText(Path.Combine(GuidePage.Folder, "Program.cs"));
        string readme = File.ReadAllText(Path.Combine(GuidePage.Root, "README.md"));
        Assert.Contains($"(\"{page}\", ", program, StringComparison.Ordinal);
        Assert.Contains($"](samples/Guides/{page}.md)", readme, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(LinkingFiles))]
    public void RelativeLinks_LeadToFiles(string file)
    {
        string folder = Path.GetDirectoryName(Path.Combine(GuidePage.Root, file))!;
        string[] targets = [.. Link().Matches(File.ReadAllText(Path.Combine(GuidePage.Root, file))).Select(match => match.Groups[1].Value)];
        string[] broken = [.. targets.Where(target => !target.Contains("://", StringComparison.Ordinal) && !File.Exists(Path.Combine(folder, target)))];
        Assert.NotEmpty(targets);
        Assert.Empty(broken);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task AnUnknownPageIsOneLineThatNamesThePages()
    {
        SampleOutput run = await SampleProcess.RunAsync("Guides", "bake-a-cake");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error: there is no page 'bake-a-cake', but train-on-your-csv, ", run.Error, StringComparison.Ordinal);
    }

    /// <summary>[words](target)</summary>
    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
