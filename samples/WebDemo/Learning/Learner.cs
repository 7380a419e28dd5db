using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Learns in the background whenever there are corrections that the model hasn't learned.</summary>
internal sealed partial class Learner(
    LearningRequests requests,
    CorrectionStore store,
    ITextClassifierService service,
    Lesson lesson,
    HeavyWork work,
    LearningState state,
    IOptions<LearningOptions> options,
    ILogger<Learner> logger,
    TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ModelNotes notes = ModelNotes.Of(service.Current.Classifier);
        long? tried = notes.IsFirst ? null : notes.LearnedVersion;
        if (tried != store.Current.LastVersion) requests.Request();
        LessonReport? last = null;
        while (true)
        {
            TimeSpan? patience = last?.Outcome == LessonOutcome.Failed ? options.Value.RetryDelay : null;
            await requests.WaitAsync(patience, time, stoppingToken);
            if (tried == store.Current.LastVersion && patience is null) continue; // an earlier lesson learned it
            state.Begin(LearningActivity.Waiting);
            if (tried is not null) await Task.Delay(options.Value.Delay, time, stoppingToken);
            last = await LearnAsync(stoppingToken);
            tried = last.Version;
        }
    }

    private async Task<LessonReport> LearnAsync(CancellationToken stoppingToken)
    {
        LessonReport? report = null;
        try
        {
            report = await work.RunAsync(() => lesson.Run(stoppingToken), stoppingToken);
            (int added, int deleted) = (report.NewCorrectionCount, report.DeletedCorrectionCount);
            if (report.Reason is null) Learned(report.TrainingTextCount, added, deleted, report.Seconds);
            else NotLearned(report.Outcome, report.Reason);
            return report;
        }
        finally
        {
            state.End(report);
        }
    }

    [LoggerMessage(
        LogLevel.Information, "Learned {Count} texts with {Corrections} new corrections and {Deletions} deleted ones in {Seconds:F1} s")]
    private partial void Learned(int count, int corrections, int deletions, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Outcome}: {Reason} The old model goes on serving")]
    private partial void NotLearned(LessonOutcome outcome, string reason);
}
