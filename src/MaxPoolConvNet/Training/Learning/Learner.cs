using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Trains a network: iterates over the texts and makes the optimizer's steps.</summary>
internal abstract class Learner(Network<float> network)
{
    public Network<float> Network { get; } = network;

    /// <summary>The number of texts of a step; the last one of an epoch may have fewer.</summary>
    public abstract int TextsAtOnce { get; }

    /// <summary>Creates the learner for the optimizer of the options.</summary>
    /// <param name="newNetwork">
    /// Creates the network, or the own part of it; its one-hot filters have 16 bits if the argument is true.
    /// </param>
    /// <param name="options">The options, resolved.</param>
    /// <param name="sharing">The ranks that share the filters; null if the network has all of them.</param>
    public static Learner Create(Func<bool, Network<float>> newNetwork, TrainingOptions options, FilterSharing? sharing = null) =>
        options.Optimizer.MakeRule(new LearnerFactory(newNetwork, options, sharing));

    /// <summary>Announces the texts of the next step and one more, so that they and their weights can be prefetched.</summary>
    public virtual void Announce(EncodedTexts texts, ReadOnlySpan<int> next)
    {
        // the work of a batch is long enough to hide the latency of memory
    }

    /// <summary>Makes the steps of some texts, and adds their losses and hits to the tally.</summary>
    /// <param name="texts">All training texts.</param>
    /// <param name="batch">The texts of this step, at most <see cref="TextsAtOnce"/>.</param>
    /// <param name="epoch">The random numbers of this epoch.</param>
    /// <param name="rate">The factor of the learning rate.</param>
    /// <param name="tally">Counts losses and hits.</param>
    public abstract void Step(EncodedTexts texts, ReadOnlySpan<int> batch, CounterRandom epoch, double rate, ref Tally tally);

    /// <summary>Writes or reads the state that training resumes from: the network and the optimizer's memory.</summary>
    public virtual void Exchange(ITrainingState state) => NetworkState.Exchange(Network, state);

    /// <summary>Updates <see cref="Network"/> with the weights that training stores in another layout.</summary>
    public abstract void WriteBack();

    /// <summary>Makes the optimizer's memory available to other networks. No further step can be made.</summary>
    public abstract void Release();
}
