using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>A network that is being trained: goes over the texts, and makes the optimizer's steps.</summary>
internal abstract class Learner(Network<float> network)
{
    public Network<float> Network { get; } = network;

    /// <summary>The learner for the options' optimizer.</summary>
    public static Learner Create(Network<float> network, TrainingOptions options) => options.Optimizer.MakeRule(new LearnerFactory(network, options));

    /// <summary>Is told which texts the next step will be of, so that their weights can be on their way from memory.</summary>
    public virtual void Announce(EncodedTexts texts, ReadOnlySpan<int> batch)
    {
        // a batch's work is long enough to wait for memory
    }

    /// <summary>Makes one step of the mean gradient of some texts, and adds what they were recognized as to the tally.</summary>
    /// <param name="texts">All training texts.</param>
    /// <param name="batch">Those of this step, at most the batch size.</param>
    /// <param name="epoch">The random numbers of this epoch.</param>
    /// <param name="rate">The factor of the learning rate.</param>
    /// <param name="tally">Counts losses and hits.</param>
    public abstract void Step(EncodedTexts texts, ReadOnlySpan<int> batch, CounterRandom epoch, double rate, ref Tally tally);

    /// <summary>Writes or reads all that training goes on from: the network, and what the optimizer remembers.</summary>
    public virtual void Exchange(ITrainingState state) => NetworkState.Exchange(Network, state);

    /// <summary>Brings <see cref="Network"/> up to date with what training keeps in an order of its own.</summary>
    public abstract void WriteBack();
}
