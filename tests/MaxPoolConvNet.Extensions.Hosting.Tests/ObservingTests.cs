using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

public class ObservingTests
{
    [Fact]
    public async Task Health_ShowsModelAndLastFailure()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);
        TextClassifierSnapshot first = service.Classifiers.Current;

        HealthReportEntry healthy = await service.HealthAsync();
        Assert.Equal((HealthStatus.Healthy, $"serves {first.Checksum}, loaded 2026-05-01 12:00:00Z"), (healthy.Status, healthy.Description));
        Assert.Equal(
            new Dictionary<string, object> { ["path"] = folder.Model, ["checksum"] = first.Checksum, ["loadedAt"] = first.LoadedAt },
            healthy.Data);

        folder.Replace(Models.Half);
        service.Check(2);
        TextClassifierFailure failure = service.Classifiers.Status.LastFailure!;
        HealthReportEntry degraded = await service.HealthAsync();
        Assert.Equal(
            (HealthStatus.Degraded, $"serves the older {first.Checksum}; 2026-05-01 12:00:04Z the new file failed: {failure.Message}"),
            (degraded.Status, degraded.Description));
        Assert.Equal((failure.Message, failure.At, first.Checksum), (degraded.Data["lastFailure"], degraded.Data["lastFailureAt"], degraded.Data["checksum"]));
        Assert.Null(degraded.Exception); // it would be logged with its stack at each check

        folder.Replace(Models.Third);
        service.Check(2);
        Assert.Equal(HealthStatus.Healthy, (await service.HealthAsync()).Status);
    }

    [Fact]
    public async Task Health_IsUnhealthyBeforeTheStart()
    {
        using var folder = new ModelFolder(Models.First);
        await using var service = new Service(options => options.Path = folder.Model);

        HealthReportEntry health = await service.HealthAsync();

        Assert.Equal((HealthStatus.Unhealthy, $"no model is loaded from {folder.Model} yet"), (health.Status, health.Description));
        Assert.Equal(["path"], health.Data.Keys);
    }

    [Fact]
    public async Task Metrics_CountPredictionsAndReloads()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);
        using var metrics = new RecordedMetrics(service.Services);
        string unknown = service.Classifiers.Current.Classifier.Predict("zzz").Label;

        service.Classifiers.Predict(Models.Refund);
        service.Classifiers.PredictAll([Models.Refund, "where is my parcel"]);
        Assert.Equal(
            [
                "prediction.duration{classifier=default} 1", "predictions.list.duration{classifier=default} 1",
                "predictions{classifier=default,label=billing} 2", "predictions{classifier=default,label=shipping} 1",
            ],
            metrics.Counts);

        service.Classifiers.Predict("zzz");
        folder.Replace(Models.Swapped);
        service.Check(2);
        folder.Replace(Models.Half);
        service.Check(2);
        Assert.Equal(
            [
                "prediction.duration{classifier=default} 2",
                "predictions.list.duration{classifier=default} 1",
                $"predictions.unknown{{classifier=default}} 1",
                $"predictions{{classifier=default,label=billing}} {(unknown == "billing" ? 3 : 2)}",
                $"predictions{{classifier=default,label=shipping}} {(unknown == "shipping" ? 2 : 1)}",
                "reloads{classifier=default,result=failed} 1",
                "reloads{classifier=default,result=replaced} 1",
            ],
            metrics.Counts);
    }

    [Fact]
    public async Task Metrics_CountAndTimeScores()
    {
        using var folder = new ModelFolder(Models.Promising);
        await using Service service = await Service.StartAsync(folder, options => options.MaximumErrorRate = 0.05);
        using var metrics = new RecordedMetrics(service.Services);
        string unknown = service.Classifiers.Current.Classifier.Predict("zzz").Label;

        LabelScores scores = service.Classifiers.Score(Models.Refund);
        Assert.Equal(service.Classifiers.Current.Classifier.Score(Models.Refund), scores);
        Assert.Equal(["prediction.duration{classifier=default} 1", "predictions{classifier=default,label=billing} 1"], metrics.Counts);

        service.Classifiers.Current.Score("zzz");
        Assert.Contains("prediction.duration{classifier=default} 2", metrics.Counts);
        Assert.Contains("predictions.unknown{classifier=default} 1", metrics.Counts);
        Assert.Contains($"predictions{{classifier=default,label={unknown}}} {(unknown == "billing" ? 2 : 1)}", metrics.Counts);

        Assert.DoesNotContain("predictions.rejected{classifier=default} 1", metrics.Counts);
        service.Classifiers.Score(Models.Doubtful);
        Assert.Contains("predictions.rejected{classifier=default} 1", metrics.Counts);
    }

    [Fact]
    public async Task Gauges_HaveTheTrainingSharesOfTheModelInUse()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);
        using var metrics = new RecordedMetrics(service.Services);

        Assert.Equal(["training.share{classifier=default,label=billing} 0.5", "training.share{classifier=default,label=shipping} 0.5"], metrics.Gauges());
        folder.Replace(Models.Extended);
        service.Check(2);
        Assert.Equal(
            ["training.share{classifier=default,label=billing} 0.4", "training.share{classifier=default,label=damage} 0.2", "training.share{classifier=default,label=shipping} 0.4"],
            metrics.Gauges());
    }

    [Fact]
    public async Task Gauges_BeforeTheStart_AreNone()
    {
        using var folder = new ModelFolder(Models.First);
        await using var service = new Service(options => options.Path = folder.Model);
        using var metrics = new RecordedMetrics(service.Services);

        Assert.NotNull(service.Classifiers);
        Assert.Empty(metrics.Gauges());
    }

    [Fact]
    public async Task Gauges_OfAFileWithoutCounts_AreNone()
    {
        TextClassifier first = Models.Load(Models.First);
        using var folder = new ModelFolder([]);
        new TextClassifier(first.ToConvNet(), first.Vocabulary, first.Tokenizer, first.Labels).Save(folder.Model);
        await using Service service = await Service.StartAsync(folder);
        using var metrics = new RecordedMetrics(service.Services);

        Assert.Equal("billing", service.Classifiers.Predict(Models.Refund).Label);
        Assert.Empty(metrics.Gauges());
    }

    [Fact]
    public async Task WithoutAListener_APredictionAllocatesNothing()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);
        TextClassifierSnapshot current = service.Classifiers.Current;
        current.Predict(Models.Refund);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int t = 0; t < 100; t++)
            current.Predict(Models.Refund);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task WithAMaximumErrorRate_PredictionsBelowTheThresholdAreRejected()
    {
        using var folder = new ModelFolder(Models.Promising);
        await using Service service = await Service.StartAsync(folder, options => options.MaximumErrorRate = 0.05);
        using var metrics = new RecordedMetrics(service.Services);
        TextClassifierSnapshot current = service.Classifiers.Current;
        string[] texts = [Models.Refund, Models.Doubtful, "zzz", ""];

        Prediction[] predictions = [.. texts.Select(current.Predict)];

        Prediction[] below = [.. predictions.Where(prediction => !current.Threshold!.Accepts(prediction))];
        Assert.True(current.Accepts(predictions[0]));
        Assert.Contains(predictions[1], below);
        Assert.All(below, prediction => Assert.False(current.Accepts(prediction)));
        Assert.All(predictions[^2..], prediction => Assert.False(current.Accepts(prediction)));
        Assert.Contains($"predictions.rejected{{classifier=default}} {below.Length}", metrics.Counts);
        Assert.Contains("predictions.unknown{classifier=default} 2", metrics.Counts);
    }
}
