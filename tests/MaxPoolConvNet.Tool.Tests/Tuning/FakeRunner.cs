using System.Collections.Concurrent;
using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

/// <summary>Trainings that take time of a test's clock and come to what the test says.</summary>
internal sealed class FakeRunner(ManualTime time) : ITrialRunner
{
    private const int Reports = 20;

    /// <summary>Trials, in order.</summary>
    public ConcurrentQueue<(TrialSettings Settings, TrialSetup Setup)> Tried { get; } = [];

    /// <summary>Settings that were tested, in order.</summary>
    public ConcurrentQueue<TrialSettings> Tested { get; } = [];

    /// <summary>Seconds that a network takes.</summary>
    public Func<TrialSettings, double> Seconds { get; init; } = _ => 1;

    /// <summary>Seconds that the first training takes longer, in its first half.</summary>
    public double SecondsOfTheStart { get; init; }

    /// <summary>How much longer a final training takes than its networks as trials.</summary>
    public double TestFactor { get; init; } = 1;

    public Func<TrialSettings, TrialSetup, TrialScore> Score { get; init; } = (settings, _) => new TrialScore(1 - (settings.Dropout / 10), settings.Dropout);

    public Func<TrialSettings, double?> TrainingAccuracy { get; init; } = _ => 1;

    public Func<TrialSettings, bool> Diverges { get; init; } = _ => false;

    public Func<TrialSettings, IReadOnlyList<bool>> Test { get; init; } = _ => [true, false];

    public Func<TrialSettings, bool> DivergesInTheTest { get; init; } = _ => false;

    public Action<int> BeforeTrial { get; init; } = _ => { };

    /// <summary>About a second for the defaults, and as much more as a network is larger, or trained longer.</summary>
    public static double ByWork(TrialSettings settings) => settings.EpochsFactor * ((settings.FiltersPerWidth * settings.Widths.Length) + 50) / 350;

    public TrialScore? Try(TrialSettings settings, TrialSetup setup, IProgress<TrialProgress> progress, CancellationToken cancellation)
    {
        double slow = Tried.IsEmpty ? SecondsOfTheStart / (Reports / 2) : 0;
        BeforeTrial(Tried.Count);
        Tried.Enqueue((settings, setup));
        for (int report = 1; report <= Reports; report++)
        {
            if (cancellation.IsCancellationRequested) return null;
            time.Advance(TimeSpan.FromSeconds((Seconds(settings) * setup.Networks / Reports) + (report <= Reports / 2 ? slow : 0)));
            progress.Report(new TrialProgress((double)report / Reports, TrainingAccuracy(settings)));
            if (report == Reports / 2 && Diverges(settings)) throw new ArithmeticException();
        }

        return Score(settings, setup);
    }

    IReadOnlyList<bool>? ITrialRunner.Test(TrialSettings settings, CancellationToken cancellation)
    {
        Tested.Enqueue(settings);
        time.Advance(TimeSpan.FromSeconds(TestFactor * Seconds(settings) * TunerCase.Networks * TunerCase.TextsRatio));
        if (DivergesInTheTest(settings)) throw new ArithmeticException();
        return cancellation.IsCancellationRequested ? null : Test(settings);
    }
}
