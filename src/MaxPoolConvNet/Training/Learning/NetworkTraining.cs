using MaxPoolConvNet.Networks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MaxPoolConvNet.Training;

/// <summary>The training of a classifier's networks, those for out-of-fold scores beside them, at one rank or several.</summary>
internal sealed class NetworkTraining
{
    // streams of random numbers of a seed: those of the epochs, and those of all networks but the first, which has the seed's own
    private const ulong EpochStreams = 1;
    private const ulong NetworkStreams = 1_000_000;

    private readonly TrainingRun _run;

    /// <param name="prepared">The training.</param>
    /// <param name="logger">Receives messages at the first rank.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentException">Other ranks have other texts or options.</exception>
    public NetworkTraining(PreparedTraining prepared, ILogger logger, TimeProvider time)
    {
        (TrainingStart start, TrainingOptions options) = (prepared.Start, prepared.Options);
        Ranks = new NetworkRanks(options.Ranks, prepared.Division, time);
        Logger = Ranks.IsFirst ? logger : NullLogger.Instance;
        string? configuration = options.Checkpoint is null && options.Ranks is null ? null : TrainingConfiguration.Describe(prepared);
        if (configuration is not null) Ranks.CheckSame(configuration);
        CheckpointFile? checkpoint =
            options.Checkpoint is { } path && Ranks.IsFirst ? new CheckpointFile(path, configuration!) : null;

        // networks train concurrently and share the threads, unless ranks share their filters
        int atOnce = Ranks.Sharing is null ? Math.Max(1, Enumerable.Range(0, prepared.Division.Networks).Count(Ranks.IsOwn)) : 1;
        TrainingOptions ofOne = options with { Threads = Math.Max(1, options.ThreadCount / atOnce) };
        NetworkTrainer[] networks = [.. Enumerable.Range(0, options.Networks).Select(n => Network(n, prepared, ofOne))];
        FoldNetworks? folds = prepared.Folds.Scored.Count > 0 ? new FoldNetworks(prepared, ofOne, Ranks, networks[^1]) : null;
        Network<float>? given = start.GivenNetwork is { } known && Ranks.Sharing is not null
            ? NetworkParts.Of(known, Ranks.Share)
            : start.GivenNetwork;
        _run = new TrainingRun(networks, folds, given, Ranks, prepared, checkpoint, Logger, time);
    }

    /// <summary>Which ranks train which networks.</summary>
    public NetworkRanks Ranks { get; }

    /// <summary>Receives messages; none at ranks other than the first.</summary>
    public ILogger Logger { get; }

    /// <inheritdoc cref="TrainingRun.ToEnd"/>
    public TrainingOutcome ToEnd(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        _run.ToEnd(progress, cancellationToken);

    /// <inheritdoc cref="TrainingRun.Release"/>
    public void Release(Network<float> used) => _run.Release(used);

    private NetworkTrainer Network(int n, PreparedTraining prepared, TrainingOptions options)
    {
        var random = new CounterRandom(options.Seed);
        CounterRandom own = n == 0 ? random : random.Stream(NetworkStreams + (ulong)n);
        Func<Learner> newLearner =
            () => Learner.Create(isRounded => prepared.Start.Network(own, random, Ranks.Share, isRounded), options, Ranks.Sharing);
        int[] leftOut = n == options.Networks - 1 ? prepared.Folds.LeftOut : [];
        return new NetworkTrainer(newLearner, prepared.Training, leftOut, options, own.Stream(EpochStreams), Ranks.Sharing);
    }
}
