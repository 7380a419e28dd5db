using System.Reflection;

namespace MaxPoolConvNet.Onnx.Tests;

/// <summary>The package's README shows code that compiles and names that exist.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] _readme = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Readme", "README.md"));
    private static readonly string[] _example = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Readme", "ReadmeExample.cs.txt"));

    [Fact]
    public void TheExample_IsCompiledCode()
    {
        string[] shown = [.. Between(_readme, "```csharp", "```").Where(line => line.Length > 0 && !line.StartsWith("using", StringComparison.Ordinal))];
        string[] compiled = [.. Between(_example, "// begin", "// end").Select(line => line.Trim())];

        Assert.NotEmpty(shown);
        Assert.Equal(compiled, shown);
        Assert.DoesNotContain("reviews.safetensors", Directory.GetFiles(".").Select(Path.GetFileName));
        Assert.Throws<FileNotFoundException>(ReadmeExample.Run);
    }

    [Fact]
    public void InputsAndOutputs_AreAllDescribed()
    {
        string[] names = [.. typeof(OnnxNames).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => !field.Name.StartsWith("Padding", StringComparison.Ordinal)).Select(field => (string)field.GetRawConstantValue()!)];

        Assert.Equal(5, names.Length);
        Assert.All(names, name => Assert.Contains(_readme, line => line.StartsWith($"| `{name}`", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Between(string[] lines, string begin, string end) =>
        lines.SkipWhile(line => line.Trim() != begin).Skip(1).TakeWhile(line => line.Trim() != end);
}
