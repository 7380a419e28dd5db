using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>AdaGrad's sums of entries that are stepped one by one have 16 bits, and so have the entries themselves.</summary>
public class RoundedSumsTests
{
    private static readonly AdaGradRule _rule = new(new AdaGrad { LearningRate = 1 });

    [Fact]
    public void ASum_GrowsByNumbersFarBelowItsLastDigit()
    {
        const int Entries = 50;
        var memory = StepMemory.OfEntries<AdaGradRule>(Entries);
        float[] entries = [.. Enumerable.Range(0, Entries).Select(entry => 0.001f * entry)];
        var step = new EntryStep<AdaGradRule>(_rule, entries, [], memory);
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
    public void AnEntry_MovesByStepsFarBelowItsLastDigit()
    {
        const int Entries = 200;
        var rule = new AdaGradRule(new AdaGrad { LearningRate = 0.001 });
        ushort[] rounded = new ushort[Entries];
        float[] exact = new float[Entries];
        for (int entry = 0; entry < Entries; entry++)
        {
            exact[entry] = (entry % 2 == 0 ? 1 : -1) * (1 + (entry / 128f));
            BFloat16.Round([exact[entry]], rounded.AsSpan(entry));
        }

        var ofRounded = new EntryStep<AdaGradRule>(rule, [], rounded, StepMemory.OfEntries<AdaGradRule>(Entries));
        var ofExact = new EntryStep<AdaGradRule>(rule, exact, [], StepMemory.OfEntries<AdaGradRule>(Entries));
        float[] before = [.. exact];
        for (int entry = 0; entry < Entries; entry++)
        {
            for (int times = 0; times < 100; times++)
            {
                ofRounded.Step(entry, entry % 3 == 0 ? -1 : 1);
                ofExact.Step(entry, entry % 3 == 0 ? -1 : 1);
            }
        }

        // about 0.0186 by steps of 0.001 to 0.0001, where digits are 0.0078 and 0.0156 apart
        double[] moved = [.. exact.Zip(before, (after, start) => (double)after - start)];
        double[] errors = [.. exact.Zip(rounded, (one, other) => (double)BFloat16.Widen(other) - one)];
        Assert.InRange(moved.Average(Math.Abs), 0.0175, 0.02);
        Assert.Equal(0, errors.Average(), 0.004);
        Assert.All(errors, error => Assert.InRange(Math.Abs(error), 0, 0.06));
    }

    /// <summary>Entries have 16 bits where they are stepped one by one, text by text, with such sums.</summary>
    [Fact]
    public void OneHotFilters_Have16Bits_InStepsOfAdaGradTextByText()
    {
        var byText = new TrainingOptions { BatchSize = 1 };
        Assert.True(IsRounded(byText));
        Assert.True(IsRounded(byText with { WeightDecay = 0.1 }));
        Assert.False(IsRounded(byText with { BatchSize = 2 }));
        Assert.False(IsRounded(byText with { MaxGradientNorm = 3 }));
        Assert.False(IsRounded(byText with { Optimizer = new Sgd() }));

        static bool IsRounded(TrainingOptions options)
        {
            bool? asked = null;
            Learner.Create(
                isRounded =>
                {
                    asked = isRounded;
                    Network<float> network = NetworkInitializer.Create<float>(3, 2, new ConvNetOptions(), new CounterRandom(1));
                    return NetworkParts.Of(network, FilterShare.All, isRounded);
                },
                options);
            return asked!.Value;
        }
    }

    [Fact]
    public void ARoundedNetwork_HasTheNearestEntries_AndTrainsInThem()
    {
        Network<float> exact = NetworkInitializer.Create<float>(3, 2, new ConvNetOptions { Filters = [new(2, 5)] }, new CounterRandom(1));
        Network<float> rounded = NetworkParts.Of(exact, FilterShare.All, isRounded: true);
        float[] row = new float[5];
        float[] read = new float[5];
        for (int word = 0; word < 3; word++)
        {
            exact.Tables[0].Read(word, 1, row);
            rounded.Tables[0].Read(word, 1, read);
            Assert.All(row.Zip(read), pair => Assert.InRange(pair.Second / pair.First, 1 - (1f / 256), 1 + (1f / 256)));
            Assert.NotEqual(row, read);
        }

        var steps = new ParameterSteps<AdaGradRule>(rounded, _rule, maxNorm: null, sharing: null);
        steps.Begin(1);
        steps.Filters(0).Step(rounded.Tables[0].Index(1, 1, 4), 2);
        rounded.Tables[0].Read(1, 1, read);
        exact.Tables[0].Read(1, 1, row);
        Assert.Equal(row[4] + 1, read[4], 0.01f);
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
