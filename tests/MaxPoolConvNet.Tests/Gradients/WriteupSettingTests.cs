using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>
/// The gradient check of the writeup, whose differences were V 0.035 and U 0.0047: F = 100, k = 2, a vocabulary of 10,000, a random text of
/// 100 words, label 1.
/// </summary>
[Trait("Category", "Slow")]
public class WriteupSettingTests(ITestOutputHelper output)
{
    public static MatrixTheoryData<double, int> Settings { get; } = new([0.01, 0.3], Enumerable.Range(1, 20));

    [Theory]
    [MemberData(nameof(Settings))]
    public void Check_DifferencesVanish(double deviation, int seed)
    {
        var options = new ConvNetOptions { Filters = [new(2)], Padding = Padding.Narrow, Biases = false, InitialDeviation = deviation };
        ConvNet network = ConvNet.Random(wordSize: 10_000, options, (ulong)seed);
        var random = new CounterRandom((ulong)seed).Stream(99);
        TextInput text = TextInput.FromWordIds([.. Enumerable.Range(0, 100).Select(at => random.Below(10_000, (ulong)at))]);

        GradientReport report = GradientCalls.Check(network, text, Target.OfClass(1));

        output.WriteLine(report.ToString());
        Assert.True(report.HasPassed, report.ToString());
        Assert.All(report.Blocks, block =>
        {
            Assert.True(block.SumOfSquaredDifferences < 1e-18, block.ToString());
            Assert.True(block.LargestRelativeDifference < 1e-7, block.ToString());
            Assert.Equal(0, block.KinkEntryCount);
        });
        Assert.Equal(text.WordIds.Distinct().Count() * 2 * 100, report["U"].CheckedEntryCount);
        Assert.Equal(100, report["V"].CheckedEntryCount);
        Assert.False(report.Direction.IsAtKink);
    }
}
