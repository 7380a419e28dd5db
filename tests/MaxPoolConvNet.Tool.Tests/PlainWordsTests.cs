using System.CommandLine;
using System.Text.RegularExpressions;
using MaxPoolConvNet.Tool.Commands;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>What the tool prints is in the field's standard words: it "shows" or "reports", and texts are "classified correctly".</summary>
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

    [Fact]
    public void Sources_HaveNoOddWords()
    {
        IReadOnlyList<SourceFile> files = SourceFile.Of("MaxPoolConvNet.Tool");

        Assert.True(files.Count > 100);
        Assert.Empty(files.SelectMany(file => OddWords(file.Content).Select(word => $"{file.Name}: {word}")));
    }

    [Fact]
    public void TheReadme_HasNoOddWords() =>
        Assert.Empty(OddWords(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Readme", "tool.md"))));

    [Theory]
    [InlineData("inspect tells what is in a file", "tells")]
    [InlineData("as it was Told", "Told")]
    [InlineData("texts recognized", "recognized")]
    [InlineData("texts that it hasn't seen", "hasn't")]
    [InlineData("learned by heart", "by heart")]
    [InlineData("onlyFoundRecognized, a fortell, retold")]
    public void AnOddWord_IsFound(string text, params string[] words) => Assert.Equal(words, OddWords(text));

    private static IEnumerable<string> OddWords(string text) => OddWord().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\b(tells|told|recognized|hasn't|haven't|by heart|labelled)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OddWord();
}
