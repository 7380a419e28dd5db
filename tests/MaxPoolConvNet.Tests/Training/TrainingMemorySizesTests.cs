using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>The estimate of a training's memory, counted by hand.</summary>
/// <remarks>
/// 40 texts of two words, of four different ones; with the zero word, 5 rows. Filters of the widths 1 and 2, 16 and 32 of them, have
/// 5·16 + 2·5·32 = 400 weights, and V 2·48 = 96. Each id of a word takes 4 bytes.
/// </remarks>
public class TrainingMemorySizesTests
{
    private const int Ids = 4 * 40 * 2;

    private static readonly LabeledText[] _texts =
        [.. Enumerable.Range(0, 40).Select(t => new LabeledText(t % 2 == 0 ? "even" : "odd", t % 2 == 0 ? "a b" : "c d"))];

    private static readonly TrainingOptions _options = TrainingCalls.Small with
    {
        Optimizer = new AdaGrad(), Calibration = Calibration.None, Compact = false, Network = new ConvNetOptions { Filters = [new(1, 16), new(2, 32)] },
    };

    [Fact]
    public void SgdHasNothingBesideTheWeights() => Assert.Equal((4 * (400 + 96)) + Ids, Bytes(_options with { Optimizer = new Sgd() }));

    [Fact]
    public void AdamHasTwoNumbersForEachWeight() => Assert.Equal((4 * 3 * (400 + 96)) + Ids, Bytes(_options with { Optimizer = new Adam() }));

    [Fact]
    public void OfAdaGrad_FiltersAndSumsHave16Bits_AndTheResultIsCopiedAtTheEnd() =>
        Assert.Equal((4 * 2 * (400 + 96)) + Ids, Bytes(_options));

    [Fact]
    public void ACompactResult_Has8BitsForEachEntryOfAFilter() =>
        Assert.Equal((4 * (400 + 96)) + 400 + Ids, Bytes(_options with { Compact = true }));

    [Fact]
    public void ABatch_HasGradientsOfFilters_AndLogitsAndErrorsInTwoForms() =>
        Assert.Equal((4 * (400 + 96 + 400 + (8 * 4 * 2) + 200 + 96)) + Ids, Bytes(_options with { BatchSize = 8, Compact = true }));

    [Fact]
    public void NetworksBesideOneAnother_AreAllThere()
    {
        // at the end, whole ones and the result in 8 bits; before, 16-bit filters and sums, V and its sums
        Assert.Equal((4 * 3 * (400 + 96)) + (3 * 400) + Ids, Bytes(_options with { Networks = 3, Compact = true }));
        Assert.Equal((4 * 3 * 3 * (400 + 96)) + Ids, Bytes(_options with { Networks = 3, Optimizer = new Adam(), Compact = true }));
    }

    [Fact]
    public void OneAfterTheOther_NetworksThatWaitHaveNoSums()
    {
        TrainingOptions options = _options with { Networks = 3, Compact = true };

        Assert.Equal((4 * ((2 * (200 + 96)) + 400 + 96)) + (3 * 400) + Ids, Bytes(options, oneByOne: true));
        Assert.Equal((4 * (200 + 96 + (2 * (400 + 96)))) + (3 * 400) + Ids, Bytes(options with { Threads = 2 }, oneByOne: true));
        Assert.Equal(Bytes(options), Bytes(options with { Threads = 4 }, oneByOne: true));
    }

    [Theory]
    [InlineData(3_500_000, 0)]
    [InlineData(3_600_000, 1)]
    public void OfLargeNetworks_EachIsCopiedWithoutSumsWhenItEnds(int filters, int copies)
    {
        // 5 rows in 16 bits and their sums, V of 2 rows and its sums; 63 or 64.8 MB without the sums
        TrainingOptions options = _options with { Network = new ConvNetOptions { Filters = [new(1, filters)] } };
        long copied = (5L * filters / 2) + (2L * filters);

        Assert.Equal((4 * (((5L + 4) * filters) + (copies * copied))) + Ids, Bytes(options with { Compact = true }));
    }

    [Fact]
    public void ACheckpoint_HasEntriesAndSumsOneAfterTheOther() =>
        Assert.Equal((4 * (400 + 96 + 96 + 400 + 96)) + Ids, Bytes(_options with { Checkpoint = "unwritten", Compact = true }));

    [Fact]
    public void HeldOutTexts_NeedTheBestNetworkSoFar()
    {
        LabeledText[] heldOut = _texts[..4];
        Assert.Equal((4 * (400 + 96 + 96 + 400 + 96)) + Ids, Bytes(_options with { Compact = true }, heldOut: heldOut));
    }

    [Fact]
    public void FoldNetworks_TrainBesideOrAfter_AndHaveIdsOfTheirOwn()
    {
        TrainingOptions options = _options with { Calibration = Calibration.OutOfFold, Compact = true };

        Assert.Equal((4 * 4 * (400 + 96 + 96)) + (4 * Ids), Bytes(options));
        Assert.Equal((4 * (400 + 96 + 96 + 200 + 96)) + (4 * Ids), Bytes(options, oneByOne: true));
    }

    [Theory]
    [InlineData(EmbeddingKind.Static, 32, 0)]
    [InlineData(EmbeddingKind.Trained, 32, 32)]
    [InlineData(EmbeddingKind.TwoChannel, 48, 48)]
    public void Vectors_HaveWholeLines_AndSumsWhereTheyAreTrained(EmbeddingKind kind, int line, int sums)
    {
        TrainingOptions options = _options with
        {
            BatchSize = 8,
            Network = new ConvNetOptions { Filters = [], Embedding = new EmbeddingOptions { Kind = kind, Dimension = 20, Filters = [new(1, 16)] } },
        };

        // four words; V of 16 filters, and its sums
        Assert.Equal((4 * ((4 * (line + sums)) + (8 * 4 * 2) + (2 * 2 * 16))) + Ids, Bytes(options));
    }

    [Theory]
    [InlineData(1, Calibration.None, "it has 1 network of 48 filters over 4 words: ")]
    [InlineData(2, Calibration.OutOfFold, "it has 2 networks, and 3 for calibration, of 48 filters over 4 words: ")]
    [InlineData(1, Calibration.OutOfFold, "it has 1 network, and 3 for calibration, of 48 filters over 4 words: ")]
    public void WhatIsSaidWhereItIsTooMuch_NamesTheSizes(int networks, Calibration calibration, string sizes)
    {
        TrainingMemory memory = Memory(_options with { Networks = networks, Calibration = calibration });
        Assert.Equal(
            $"training ran out of memory; it was estimated to need 1 MB; {sizes}"
            + "a larger minimum count of words, fewer filters, fewer networks or no calibration need less",
            memory.Exhausted(new InsufficientMemoryException()).Message);
    }

    [Fact]
    public void Megabytes_AreMillions()
    {
        // 5 · 4 · 200,000 · 4 bytes of filters and 2 · 200,000 · 4 of V
        TrainingMemory memory = Memory(_options with { Optimizer = new Sgd(), Network = new ConvNetOptions { Filters = [new(4, 200_000)] } });
        Assert.Contains("estimated to need 17 MB; ", memory.Exhausted(new InsufficientMemoryException()).Message, StringComparison.Ordinal);
    }

    private static long Bytes(TrainingOptions options, bool oneByOne = false, LabeledText[]? heldOut = null) =>
        Memory(options, oneByOne, heldOut).Bytes;

    private static TrainingMemory Memory(TrainingOptions options, bool oneByOne = false, LabeledText[]? heldOut = null) =>
        PreparedTrainings.Fresh(options, _texts, heldOut, oneByOne).Memory;
}
