using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>AdaGrad's sums of entries that are stepped one by one have 16 bits.</summary>
public class RoundedSumsTests
{
    private static readonly AdaGradRule _rule = new(new AdaGrad { LearningRate = 1 });

    [Fact]
    public void ASum_GrowsByNumbersFarBelowItsLastDigit()
    {
        const int Entries = 50;
        var memory = StepMemory.OfEntries<AdaGradRule>(Entries);
        float[] entries = [.. Enumerable.Range(0, Entries).Select(entry => 0.001f * entry)];
        var step = new EntryStep<AdaGradRule>(_rule, entries, memory);
        for (int entry = 0; entry < Entries; entry++)
        {
            step.Step(entry, 1);
            for (int times = 0; times < 10_000; times++)
                step.Step(entry, 0.01f);
        }

        // 1 + 10,000 · 0.01²: to the nearest of 16 bits, each 0.0001 would be lost. Four standard deviations of the mean of 50
        double mean = memory.Sums.ToArray().Average(BFloat16.Widen);
        Assert.Equal(2, mean, 0.05);
    }

    [Fact]
    public void WeightDecay_KeepsSumsIn16BitsToo()
    {
        var decaying = StepMemory.OfEntries<WeightDecayRule<AdaGradRule>>(3);

        Assert.Equal((3, 0), (decaying.Sums.Length, decaying.First.Length));
    }

    [Fact]
    public void OtherRules_RememberWholeNumbers()
    {
        var adam = StepMemory.OfEntries<AdamRule>(3);

        Assert.Equal((0, 3, 3), (adam.Sums.Length, adam.First.Length, adam.Second.Length));
    }

    [Fact]
    public void Exchange_WritesAndReadsTheSums()
    {
        var memory = StepMemory.OfEntries<AdaGradRule>(3);
        memory.Sums[0] = 0x3F80;
        memory.Sums[2] = 0x4049;
        float[][] written = Exchanged(memory);
        Assert.Equal([1, 0, 3.140625f], written[0]);
        Assert.Empty(written[1]);

        // those of an earlier version have all digits
        var read = StepMemory.OfEntries<AdaGradRule>(3);
        float[] given = [1, 0, 3.1415927f];
        read.Exchange(numbers => given.AsSpan(0, numbers.Length).CopyTo(numbers));

        Assert.Equal(memory.Sums, read.Sums);
    }

    private static float[][] Exchanged(StepMemory memory)
    {
        var written = new List<float[]>();
        memory.Exchange(numbers => written.Add(numbers.ToArray()));
        return [.. written];
    }
}
