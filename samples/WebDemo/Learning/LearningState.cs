using System.Collections.Immutable;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What the learner is doing and what it did since the app started. Thread-safe.</summary>
internal sealed class LearningState
{
    private const int MostReports = 20;

    private readonly Lock _changing = new();
    private LearningActivity _activity;
    private double _progress;
    private ImmutableArray<LessonReport> _reports = [];

    public void Begin(LearningActivity activity)
    {
        lock (_changing)
            (_activity, _progress) = (activity, 0);
    }

    public void Proceed(double progress)
    {
        lock (_changing)
            _progress = progress;
    }

    public void End(LessonReport? report)
    {
        lock (_changing)
        {
            _activity = LearningActivity.Idle;
            if (report is not null) _reports = [report, .. _reports.Take(MostReports - 1)];
        }
    }

    /// <summary>The activity, the finished fraction of a training, and the last trainings, the latest first; all of one moment.</summary>
    public (LearningActivity Activity, double Progress, ImmutableArray<LessonReport> Reports) Snapshot()
    {
        lock (_changing)
            return (_activity, _progress, _reports);
    }
}
