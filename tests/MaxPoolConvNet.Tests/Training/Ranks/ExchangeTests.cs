using System.Runtime.CompilerServices;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>What ranks exchange is counted, and the time it takes is measured.</summary>
public class ExchangeTests
{
    private static readonly LabeledText[] _texts = ToyTexts.Noise(60);

    // 8 shards of 16 filters
    private static readonly TrainingOptions _shared = new()
    {
        Epochs = 3,
        Networks = 1,
        BatchSize = 16,
        Calibration = Calibration.None,
        Network = new ConvNetOptions { Filters = [new(1, 128)] },
    };

    [Fact]
    public void AnEpochWithSharedFilters_SendsANumberPerTextAndShard()
    {
        TrainingResult[] results = ThreadRanks.Run(2, rank => new Trainer(_shared with { Ranks = rank }).Train(_texts));

        // 4 batches, each with a number that cancels; and what each rank has counted
        const int Batches = 4;
        int bytes = (sizeof(float) * (Batches + (60 * 4))) + Unsafe.SizeOf<NetworkTally>();
        Assert.All(results.SelectMany(result => result.Epochs), epoch => Assert.Equal(
            (Batches + 1, bytes, bytes), (epoch.Exchange!.OperationCount, epoch.Exchange.SentBytes, epoch.Exchange.ReceivedBytes)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void WhatARankSends_TheOtherReceives(int batchSize)
    {
        TrainingOptions options = _shared with { BatchSize = batchSize, Networks = 3, Calibration = Calibration.OutOfFold };

        TrainingResult[] results = ThreadRanks.Run(2, rank => new Trainer(options with { Ranks = rank }).Train(_texts));

        ExchangeReport[] exchanged = [.. results.Select(result => result.Exchange!)];
        Assert.Equal((exchanged[0].SentBytes, exchanged[0].ReceivedBytes), (exchanged[1].ReceivedBytes, exchanged[1].SentBytes));
        Assert.All(results, result => Assert.True(result.Exchange!.SentBytes > result.Epochs.Sum(epoch => epoch.Exchange!.SentBytes)));
    }

    [Fact]
    public void ExchangeTime_IsThatOfTheOperations()
    {
        (TrainingResult Result, List<TrainingProgress> Reports)[] all = ThreadRanks.Run(2, rank =>
        {
            // an operation takes 2 s, and a report of the progress 1 s
            var time = new ManualTime();
            var progress = new ReportedProgress<TrainingProgress>(_ => time.Advance(TimeSpan.FromSeconds(1)));
            TrainingOptions options = _shared with { Ranks = new SlowRanks(rank, () => time.Advance(TimeSpan.FromSeconds(2))) };
            return (new Trainer(options, timeProvider: time).Train(_texts, progress), progress.Reports);
        });

        foreach ((TrainingResult result, List<TrainingProgress> reports) in all)
        {
            Assert.Equal(2 * result.Exchange!.OperationCount, result.Exchange.ExchangeTime.TotalSeconds);
            Assert.Equal(result.Exchange.ExchangeTime.TotalSeconds + reports.Count, result.Exchange.Elapsed.TotalSeconds);
            foreach (EpochReport epoch in result.Epochs)
            {
                int within = reports.Count(report => report.Epoch == epoch.Epoch && report.Exchange is null);
                Assert.True(within > 0);
                Assert.Equal((10, 10 + within), (epoch.Exchange!.ExchangeTime.TotalSeconds, epoch.Exchange.Elapsed.TotalSeconds));
                Assert.Equal(within / (10.0 + within), epoch.Exchange.Efficiency, 12);
                Assert.Same(epoch.Exchange, Assert.Single(reports, report => report.Epoch == epoch.Epoch && report.Exchange is not null).Exchange);
            }
        }
    }

    [Fact]
    public void OneProcess_ExchangesNothing()
    {
        TrainingResult alone = new Trainer(_shared).Train(_texts, cancellationToken: TestContext.Current.CancellationToken);
        TrainingResult[] ofOneRank = ThreadRanks.Run(1, rank => new Trainer(_shared with { Ranks = rank }).Train(_texts));

        Assert.All([alone, .. ofOneRank], result => Assert.Null(result.Exchange));
        Assert.All([.. alone.Epochs, .. ofOneRank[0].Epochs], epoch => Assert.Null(epoch.Exchange));
    }

    [Fact]
    public void Text_NamesBytesAndTimes() => Assert.Equal(
        "5 bytes sent, 7 received, 0.250 of 1.000 s in exchange",
        new ExchangeReport { SentBytes = 5, ReceivedBytes = 7, ExchangeTime = TimeSpan.FromSeconds(0.25), Elapsed = TimeSpan.FromSeconds(1) }.ToString());

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 4, 0.75)]
    [InlineData(5, 4, 0)]
    public void Efficiency_IsAFraction(double exchange, double elapsed, double efficiency) => Assert.Equal(
        efficiency,
        new ExchangeReport { ExchangeTime = TimeSpan.FromSeconds(exchange), Elapsed = TimeSpan.FromSeconds(elapsed) }.Efficiency);

    [Fact]
    public void TheMemoryOfARank_IsThatOfItsNetworks()
    {
        TrainingOptions options = _shared with { BatchSize = 1, Networks = 4 };
        long four = Estimate(options);

        long[] ranks = EstimateOf(2, options);

        // at the end, the first rank has four networks and their entries in 8 bits, a quarter more; the other one trained two
        Assert.Equal(four * 2 / (4 * 1.25), ranks[1], 0.05 * four);
        Assert.Equal(four, ranks[0], 0.05 * four);
    }

    [Fact]
    public void TheMemoryOfARank_IsThatOfItsFilters()
    {
        TrainingOptions options = _shared with { Compact = false };
        long one = Estimate(options);

        long[] ranks = EstimateOf(4, options);

        // weights, the sums of a batch and those of AdaGrad in 16 bits; the first rank gets the whole network at the end
        Assert.Equal(one / 4, ranks[3], 0.05 * one);
        Assert.Equal(ranks[3] + (one / 2.5), ranks[0], 0.05 * one);
    }

    // with a token, all networks train at once, as they do at a rank
    private static long Estimate(TrainingOptions options) =>
        new Trainer(options).Train(Wordy(), cancellationToken: TestContext.Current.CancellationToken).EstimatedMemoryBytes;

    private static long[] EstimateOf(int ranks, TrainingOptions options) =>
        ThreadRanks.Run(ranks, rank => new Trainer(options with { Ranks = rank }).Train(Wordy()).EstimatedMemoryBytes);

    /// <summary>Texts with so many words that the memory is that of their filters.</summary>
    private static LabeledText[] Wordy() => [.. Enumerable.Range(0, 40).Select(t => new LabeledText(
        $"{t % 2}", string.Join(' ', Enumerable.Range(0, 25).Select(w => $"w{(25 * t) + w}"))))];

    private sealed class SlowRanks(IRankGroup ranks, Action take) : IRankGroup
    {
        public int Rank => ranks.Rank;

        public int Count => ranks.Count;

        public void AllGather(ReadOnlySpan<byte> own, Span<byte> all, ReadOnlySpan<int> lengths)
        {
            ranks.AllGather(own, all, lengths);
            take();
        }

        public void Broadcast(Span<byte> bytes, int sender)
        {
            ranks.Broadcast(bytes, sender);
            take();
        }

        public void Send(ReadOnlySpan<byte> bytes, int receiver)
        {
            ranks.Send(bytes, receiver);
            take();
        }

        public void Receive(Span<byte> bytes, int sender)
        {
            ranks.Receive(bytes, sender);
            take();
        }

        public IRankGroup Split(int part)
        {
            IRankGroup own = ranks.Split(part);
            take();
            return new SlowRanks(own, take);
        }
    }
}
