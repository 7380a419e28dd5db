using System.CommandLine;
using System.Text.RegularExpressions;
using MaxPoolConvNet.Tool.Commands;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>What users read is in the field's standard words: the tool "shows" or "reports", and texts are "classified correctly".</summary>
public partial class PlainWordsTests
{
    [Fact]
    public void Descriptions_HaveNoOddWords()
    {
        var root = new MaxPoolCommand(new ToolConsole(null, Stream.Null, TextWriter.Null));
        string[] shown =
        [
            ExitCode.Description,
            root.Description!,
            .. root.Subcommands.Cast<ToolCommand>().SelectMany(command => new[] { command.Description! }.Concat(command.Examples)),
            .. root.Subcommands.SelectMany(command => command.Options.Concat<Symbol>(command.Arguments)).Select(symbol => symbol.Description!),
        ];

        Assert.True(shown.Length > 100);
        Assert.All(shown, text => Assert.Empty(OddWords(text)));
    }

    /// <summary>Documentation, messages and comments alike.</summary>
    [Theory]
    [InlineData("MaxPoolConvNet", 100)]
    [InlineData("MaxPoolConvNet.English", 4)]
    [InlineData("MaxPoolConvNet.English.Maker", 6)]
    [InlineData("MaxPoolConvNet.Native", 10)]
    [InlineData("MaxPoolConvNet.Onnx", 10)]
    [InlineData("MaxPoolConvNet.Tool", 100)]
    public void Sources_HaveNoOddWords(string project, int fewest)
    {
        IReadOnlyList<SourceFile> files = SourceFile.Of(project);

        Assert.True(files.Count > fewest);
        Assert.Empty(files.SelectMany(file => OddWords(file.Content).Select(word => $"{file.Name}: {word}")));
    }

    [Fact]
    public void ReadmesAndGuides_HaveNoOddWords()
    {
        string[] pages = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Readme"), "*.md", SearchOption.AllDirectories);

        Assert.True(pages.Length > 10);
        Assert.Empty(pages.SelectMany(page => OddWords(File.ReadAllText(page)).Select(word => $"{Path.GetFileName(page)}: {word}")));
    }

    [Theory]
    [InlineData("inspect tells what is in a file", "tells")]
    [InlineData("as it was Told", "Told")]
    [InlineData("texts recognized", "recognized")]
    [InlineData("texts that it hasn't seen", "hasn't")]
    [InlineData("learned by heart", "by heart")]
    [InlineData("the texts learned from, for want of others", "learned from", "for want of")]
    [InlineData("onlyFoundRecognized, a fortell, retold")]
    public void AnOddWord_IsFound(string text, params string[] words) => Assert.Equal(words, OddWords(text));

    private static IEnumerable<string> OddWords(string text) => OddWord().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\b(tells|told|recognized|hasn't|haven't|by heart|learned from|for want of|such whose|labelled)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OddWord();
}
