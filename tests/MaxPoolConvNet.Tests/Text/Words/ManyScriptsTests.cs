using System.Diagnostics;
using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class ManyScriptsTests
{
    private const string Invariant = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    [Fact]
    public void Words_AreThoseOfEveryOtherSystem()
    {
        // in the process that the next test starts, the system normalizes nothing
        if (Environment.GetEnvironmentVariable(Invariant) == "1") Assert.Equal(2, "e\u0301".Normalize(NormalizationForm.FormC).Length);
        Assert.Equal(ManyScripts.Expected, ManyScripts.Hash());
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Words_AreTheSameInTheInvariantModeOfGlobalization()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true, UseShellExecute = false, Environment = { [Invariant] = "1" },
        };
        foreach (string argument in new[]
        {
            typeof(ManyScriptsTests).Assembly.Location, "-noColor", "-method", $"{typeof(ManyScriptsTests).FullName}.{nameof(Words_AreThoseOfEveryOtherSystem)}",
        })
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0 && output.Contains("Total: 1,", StringComparison.Ordinal), output);
    }

    [Fact]
    public void Texts_AreManyAndHaveWords()
    {
        Assert.Equal(500, ManyScripts.Texts.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ManyScripts.Texts, text => Assert.NotEmpty(Tokenized.Words(WordTokenizer.Default, text)));
    }
}
