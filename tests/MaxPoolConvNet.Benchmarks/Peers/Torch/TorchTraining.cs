using TorchSharp;
using Modules = TorchSharp.Modules;

namespace MaxPoolConvNet.Benchmarks.Peers.Torch;

/// <summary>
/// Training of Kim's network by libtorch. Gradients are dropped after a step rather than set to zero, which spares libtorch a pass over all of
/// them.
/// </summary>
internal sealed class TorchTraining : IDisposable
{
    private readonly TorchKim _network;
    private readonly torch.optim.Optimizer _optimizer;

    /// <param name="words">Words that have an id.</param>
    /// <param name="optimizer">The library's optimizer, whose numbers libtorch's is given.</param>
    /// <param name="dropout">The rate of dropout.</param>
    public TorchTraining(int words, Training.Optimizer optimizer, double dropout = KimForm.Dropout)
    {
        _network = new TorchKim(words, optimizer is Training.Sgd ? TorchGradients.Sparse : TorchGradients.Dense, dropout);
        _optimizer = optimizer switch
        {
            Training.Sgd sgd => torch.optim.SGD(_network.parameters(), sgd.LearningRate),
            Training.AdaDelta adaDelta => torch.optim.Adadelta(_network.parameters(), adaDelta.LearningRate, adaDelta.Decay, adaDelta.Epsilon),
            Training.Adam adam => torch.optim.Adam(_network.parameters(), adam.LearningRate, adam.FirstDecay, adam.SecondDecay, 1e-8),
            _ => throw new ArgumentException($"{optimizer.GetType().Name} isn't measured", nameof(optimizer)),
        };
    }

    /// <summary>Takes over the weights of the library's network.</summary>
    public void Load(KimWeights weights) => _network.Load(weights);

    /// <summary>The weights as training has made them so far.</summary>
    public KimWeights Weights() => _network.Weights();

    /// <summary>Makes a training step.</summary>
    public void Step(TorchBatch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        _network.train();
        _network.Loss(batch).backward();
        _optimizer.step();
        foreach (Modules.Parameter parameter in _network.parameters())
            parameter.grad = null;
    }

    /// <summary>Trains on all texts once, in a random order; batches are padded as they come.</summary>
    public void Epoch(PeerTexts texts)
    {
        int[] order = [.. texts.Order];
        Random.Shared.Shuffle(order);
        foreach (int[] batch in order.Chunk(PeerTexts.BatchSize))
        {
            using var padded = new TorchBatch(new PaddedBatch(texts, batch));
            Step(padded);
        }
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _network.Dispose();
    }
}
