namespace MaxPoolConvNet.Tests;

public class ReadmeTests
{
    private static readonly string[] _readme = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "README.md"));
    private static readonly string[] _source = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Readme", "ReadmeExamples.cs.txt"));

    [Fact]
    public void CSharpBlocks_AreTheCompiledExamples()
    {
        string[] blocks = [.. Blocks(_readme, line => line == "```csharp", line => line == "```").Select(WithoutUsings)];
        string[] examples = [.. Blocks(_source, line => line.Trim() == "// begin", line => line.Trim() == "// end")];
        Assert.Equal(6, blocks.Length);
        Assert.Equal(examples, blocks);
    }

    [Fact]
    public void FirstCommands_AreTheMainJobAndTheTests()
    {
        string[] commands = [.. _readme.Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)).Take(2)];
        Assert.StartsWith("dotnet run -c Release --project samples/Sentiment ", commands[0], StringComparison.Ordinal);
        Assert.StartsWith("dotnet test -c Release ", commands[1], StringComparison.Ordinal);
    }

    private static string WithoutUsings(string block) =>
        string.Join('\n', block.Split('\n').SkipWhile(line => line.Length == 0 || line.StartsWith("using ", StringComparison.Ordinal)));

    /// <summary>The lines between two marks, without the indentation that they share.</summary>
    private static IEnumerable<string> Blocks(string[] lines, Func<string, bool> begins, Func<string, bool> ends)
    {
        for (int at = 0; at < lines.Length; at++)
        {
            if (!begins(lines[at])) continue;
            string[] block = [.. lines.Skip(at + 1).TakeWhile(line => !ends(line))];
            int indent = block.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
            yield return string.Join('\n', block.Select(line => line.Length == 0 ? line : line[indent..]));
        }
    }
}
