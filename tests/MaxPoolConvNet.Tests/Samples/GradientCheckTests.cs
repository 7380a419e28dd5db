namespace MaxPoolConvNet.Tests;

[Trait("Category", "Slow")]
public class GradientCheckTests
{
    [Fact]
    public async Task TheCheckPassesAndPrintsTheDifferences()
    {
        SampleOutput run = await SampleProcess.RunAsync("GradientCheck");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("V difference", run.Output, StringComparison.Ordinal);
        Assert.Contains("U difference", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTracePrintsEveryPooledFeature()
    {
        SampleOutput run = await SampleProcess.RunAsync("GradientCheck", "--trace");

        // filter 0: "not bad" has 0.8 + 0.6 = 1.4; filter 1: "at all" has 0.3 + 0.4 = 0.7
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"filter 0: window 0 wins, h = tanh(1.40) = {FormattableString.Invariant($"{Math.Tanh(1.4):F6}")}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"filter 1: window 2 wins, h = tanh(0.70) = {FormattableString.Invariant($"{Math.Tanh(0.7):F6}")}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownArgumentIsAnError()
    {
        SampleOutput run = await SampleProcess.RunAsync("GradientCheck", "--bogus");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal("error: '--bogus' is not an option; pass none for the writeup's check, or --trace", run.Error.TrimEnd());
    }
}
