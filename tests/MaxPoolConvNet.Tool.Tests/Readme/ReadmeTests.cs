using System.CommandLine;
using MaxPoolConvNet.Tool.Commands;

namespace MaxPoolConvNet.Tool.Tests;

public class ReadmeTests
{
    [Theory]
    [InlineData("library.md", 8)]
    [InlineData("tool.md", 5)]
    public void CommandsOfTheReadme_AreTheToolsOwn(string readme, int fewest)
    {
        string[] commands = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Readme", readme)).Where(line => line.StartsWith("maxpool ", StringComparison.Ordinal))];

        Assert.True(commands.Length >= fewest);
        Assert.All(commands, line =>
        {
            ParseResult parsed = new MaxPoolCommand(new ToolConsole(null, Stream.Null, TextWriter.Null)).Parse(line.Split(" #")[0]["maxpool ".Length..]);
            Assert.Empty(parsed.Errors);
            Assert.Empty(parsed.UnmatchedTokens);
        });
    }
}
