using System.Text;
using Microsoft.Extensions.Configuration;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

/// <summary>The package's README shows code that compiles and names that exist.</summary>
public class ReadmeTests
{
    private static readonly string[] _readme = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Readme", "README.md"));
    private static readonly string[] _example = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Readme", "ReadmeExample.cs.txt"));

    [Fact]
    public void TheExample_IsCompiledCodeOfAtMostFifteenLines()
    {
        string[] shown = [.. Blocks(_readme, "```csharp", "```").Where(line => !line.StartsWith("using", StringComparison.Ordinal) && line != "app.Run();")];

        Assert.Equal(Blocks(_example, "// begin", "// end"), shown);
        Assert.InRange(shown.TakeWhile(line => !line.Contains("record", StringComparison.Ordinal)).Count(), 5, 15 - 1);
    }

    [Fact]
    public void TheSettings_AreOptions()
    {
        string json = string.Join('\n', Blocks(_readme, "```json", "```"));
        IConfigurationSection section = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection("Tickets");

        Assert.Equal(["Path", "ReloadOnChange"], section.GetChildren().Select(one => one.Key));
        TextClassifierOptions options = section.Get<TextClassifierOptions>()!;
        Assert.Equal(("models/tickets.safetensors", true), (options.Path, options.ReloadOnChange));
    }

    [Fact]
    public void Options_AreAllDescribed() => Assert.Equal(
        typeof(TextClassifierOptions).GetProperties().Select(property => property.Name), Rows("## Options"));

    [Fact]
    public async Task Instruments_AreAllDescribed()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);
        using var metrics = new RecordedMetrics(service.Services);

        Assert.Equal(
            metrics.Instruments.Order(StringComparer.Ordinal),
            Rows("## Health").Where(row => row.StartsWith("maxpoolconvnet", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>The names in the first column of the tables under a heading.</summary>
    private static IEnumerable<string> Rows(string heading) =>
        _readme.SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

    /// <summary>The lines of all blocks, trimmed, without the empty ones.</summary>
    private static IEnumerable<string> Blocks(string[] lines, string begin, string end)
    {
        bool isInside = false;
        foreach (string line in lines.Select(line => line.Trim()))
        {
            if (line == (isInside ? end : begin)) isInside = !isInside;
            else if (isInside && line.Length > 0) yield return line;
        }
    }
}
