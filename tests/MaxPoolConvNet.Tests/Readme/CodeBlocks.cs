namespace MaxPoolConvNet.Tests;

/// <summary>C# code shown in Markdown, and the compiled code that it has to be.</summary>
internal static class CodeBlocks
{
    /// <summary>The C# blocks of a page, without the using directives at their beginning.</summary>
    public static string[] OfPage(string[] lines) =>
        [.. Between(lines, line => line == "```csharp", line => line == "```").Select(WithoutUsings)];

    /// <summary>The pieces of a source file between "// begin" and "// end", without the indentation that the lines of a piece share.</summary>
    public static string[] OfSource(string[] lines) =>
        [.. Between(lines, line => line.Trim() == "// begin", line => line.Trim() == "// end")];

    /// <summary>The using directives of a source file, or of all blocks of a page, in their order and each once.</summary>
    public static string[] Usings(string[] lines) =>
        [.. lines.Where(IsUsing).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=');

    private static string WithoutUsings(string block) =>
        string.Join('\n', block.Split('\n').SkipWhile(line => line.Length == 0 || IsUsing(line)));

    private static IEnumerable<string> Between(string[] lines, Func<string, bool> begins, Func<string, bool> ends)
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
