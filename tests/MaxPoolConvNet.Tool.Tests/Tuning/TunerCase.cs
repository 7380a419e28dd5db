using MaxPoolConvNet.Tool.Tuning;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

/// <summary>A tuner over a fake runner, with one thread, so that everything happens in one order.</summary>
internal static class TunerCase
{
    public const int Networks = 3;

    public const double TextsRatio = 1.25;

    public static TrialSettings Start { get; } = TrialSettings.Of(new TrainingOptions());

    public static TuningResult Run(ManualTime time, ITrialRunner runner, double seconds, ulong seed = 1) => RunUntil(time, runner, seconds, seed, CancellationToken.None);

    public static TuningResult RunUntil(ManualTime time, ITrialRunner runner, double seconds, ulong seed, CancellationToken interrupted)
    {
        var options = new TunerOptions
        {
            Budget = TimeSpan.FromSeconds(seconds),
            Began = time.GetTimestamp(),
            Threads = 1,
            Networks = Networks,
            TextsRatio = TextsRatio,
            Seed = seed,
        };
        return new Tuner(new SearchSpace(Start, new SearchScope()), Start, runner, options, time).Run(new NoProgress(), interrupted);
    }

    private sealed class NoProgress : IProgress<TuningProgress>
    {
        public void Report(TuningProgress value)
        {
        }
    }
}
