using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class TrainingProgressTests
{
    private const int Texts = 20;
    private const int WordsPerText = 4;

    private static readonly TrainingOptions _options = TrainingCalls.Small with { Epochs = 4, Calibration = Calibration.None };

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    public void ReportsRiseThroughTheEpochsAndEndEachWithAllItsTexts(int networks, int threads)
    {
        (List<TrainingProgress> reports, TrainingResult result) = TrainWithASecondBetweenReports(_options with { Networks = networks, Threads = threads });

        Assert.All(reports, report => Assert.Equal((_options.Epochs, Texts), (report.EpochCount, report.TextCount)));
        Assert.Equal(reports.OrderBy(report => report.Epoch).ThenBy(report => report.DoneTextCount), reports);
        foreach (EpochReport epoch in result.Epochs)
        {
            TrainingProgress last = reports.Last(report => report.Epoch == epoch.Epoch);
            Assert.Equal(Texts, last.DoneTextCount);
            Assert.Equal((epoch.Loss, epoch.Accuracy), (last.Loss, last.Accuracy));
        }
    }

    [Fact]
    public void OutOfFoldNetworks_CountInTheProgress()
    {
        (List<TrainingProgress> reports, _) = TrainWithASecondBetweenReports(_options with { Calibration = Calibration.OutOfFold });

        (int, int)[] moments = [.. reports.Select(report => (report.Epoch, report.DoneTextCount))];
        Assert.Equal(moments.Order(), moments);
        Assert.Equal(4, moments.Count(moment => moment.Item2 == Texts));
        TimeSpan[] remaining = [.. reports.Skip(1).Select(report => report.Remaining!.Value)];
        Assert.Equal(TimeSpan.Zero, remaining[^1]);
        Assert.All(remaining[..^1], left => Assert.True(left > TimeSpan.Zero));
    }

    [Fact]
    public void EveryNetworkReportsForAllOfThem()
    {
        (List<TrainingProgress> reports, _) = TrainWithASecondBetweenReports(_options with { Networks = 3 });

        // one after the other on one thread: each text of each network counts for a third
        Assert.Equal(
            Enumerable.Range(1, (3 * Texts) - 1).Select(done => done / 3).Where(texts => texts < Texts).Append(Texts),
            reports.Where(report => report.Epoch == 2).Select(report => report.DoneTextCount));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void NoMomentIsReportedTwice(int batchSize)
    {
        (List<TrainingProgress> reports, _) = TrainWithASecondBetweenReports(_options with { BatchSize = batchSize });

        Assert.Equal(
            Enumerable.Range(1, 4).SelectMany(epoch => Enumerable.Range(1, Texts / batchSize).Select(batch => (epoch, batch * batchSize))),
            reports.Select(report => (report.Epoch, report.DoneTextCount)));
    }

    [Fact]
    public void WordsPerSecondAreTheWordsSoFarByTheTimeSoFar()
    {
        (List<TrainingProgress> reports, TrainingResult result) = TrainWithASecondBetweenReports(_options);

        for (int second = 1; second < reports.Count; second++)
        {
            int texts = ((reports[second].Epoch - 1) * Texts) + reports[second].DoneTextCount;
            Assert.Equal(TimeSpan.FromSeconds(second), reports[second].Elapsed);
            Assert.Equal((double)texts * WordsPerText / second, reports[second].WordsPerSecond);
        }

        Assert.Equal(4 * Texts * WordsPerText, result.TrainedWordCount);
        Assert.Equal(TimeSpan.FromSeconds(reports.Count), result.TrainingTime);
        Assert.Equal(4.0 * Texts * WordsPerText / reports.Count, result.WordsPerSecond);
    }

    [Fact]
    public void TheRemainingTimeFallsToZero()
    {
        (List<TrainingProgress> reports, _) = TrainWithASecondBetweenReports(_options);

        TrainingProgress half = reports.Single(report => report is { Epoch: 2, DoneTextCount: Texts });
        TrainingProgress quarter = reports.Single(report => report is { Epoch: 1, DoneTextCount: Texts });
        Assert.Equal(half.Elapsed, half.Remaining!.Value);
        Assert.Equal(3 * quarter.Elapsed, quarter.Remaining!.Value);
        Assert.Equal(TimeSpan.Zero, reports[^1].Remaining);
    }

    [Fact]
    public void TheFirstReportHasNoRemainingTime()
    {
        (List<TrainingProgress> reports, _) = TrainWithASecondBetweenReports(_options);

        Assert.Null(reports[0].Remaining);
        Assert.All(reports.Skip(1), report => Assert.NotNull(report.Remaining));
    }

    [Fact]
    public void AResumedTraining_ReportsFromWhereItStoppedOn()
    {
        using var file = new TemporaryFile("training.checkpoint");
        TrainingOptions options = _options with { Checkpoint = file.Path, Networks = 3 };
        using var source = new CancellationTokenSource();
        var time = new ManualTime();
        var stopping = new ReportedProgress<TrainingProgress>(report =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            if (report is { Epoch: 2, DoneTextCount: Texts }) source.Cancel();
        });
        TrainingCalls.TrainUntil(ToyTexts.OfFourWords(Texts), options, stopping, time, source.Token);

        (List<TrainingProgress> reports, _) = TrainWithASecondBetweenReports(options);

        // each text of each network counts for a third, and the words of both trainings for the speed
        Assert.Equal((3, 0), (reports[0].Epoch, reports[0].DoneTextCount));
        Assert.Equal([(3, 1), (3, 1)], reports.Where(report => report.DoneTextCount == 1 && report.Epoch == 3).Take(2).Select(Moment));
        Assert.Equal((4, Texts), Moment(reports[^1]));
        TimeSpan before = reports[0].Elapsed;
        Assert.Equal(stopping.Reports.Count, before.TotalSeconds, 1.0);
        Assert.Equal(((2 * 3 * Texts) + 1) * WordsPerText / before.TotalSeconds, reports[0].WordsPerSecond, 1e-9);
        Assert.Equal(4 * 3 * Texts * WordsPerText / reports[^1].Elapsed.TotalSeconds, reports[^1].WordsPerSecond, 1e-9);

        static (int, int) Moment(TrainingProgress report) => (report.Epoch, report.DoneTextCount);
    }

    [Fact]
    public void HeldOutAccuracyIsThatOfTheLastWholeEpoch()
    {
        (List<TrainingProgress> reports, TrainingResult result) =
            TrainWithASecondBetweenReports(_options with { EarlyStopping = new EarlyStopping { HeldOutFraction = 0.3 } });

        Assert.All(reports, report =>
        {
            int whole = report.DoneTextCount == report.TextCount ? report.Epoch : report.Epoch - 1;
            Assert.Equal(whole == 0 ? null : result.Epochs[whole - 1].HeldOutAccuracy, report.HeldOutAccuracy);
        });
    }

    [Fact]
    public void WhileTheClockStandsStillOnlyTheEndsOfEpochsAreReported()
    {
        var progress = new ReportedProgress<TrainingProgress>();

        TrainingCalls.Train(ToyTexts.OfFourWords(Texts), _options, progress, new ManualTime());

        Assert.Equal([1, 2, 3, 4], progress.Reports.Where(report => report.DoneTextCount == Texts).Select(report => report.Epoch));
        Assert.InRange(progress.Reports.Count, 4, 5);
    }

    private static (List<TrainingProgress> Reports, TrainingResult Result) TrainWithASecondBetweenReports(TrainingOptions options)
    {
        var time = new ManualTime();
        var progress = new ReportedProgress<TrainingProgress>(_ => time.Advance(TimeSpan.FromSeconds(1)));
        TrainingResult result = TrainingCalls.Train(ToyTexts.OfFourWords(Texts), options, progress, time);
        return (progress.Reports, result);
    }
}
