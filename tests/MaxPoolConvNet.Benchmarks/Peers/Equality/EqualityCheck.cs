using MaxPoolConvNet.Benchmarks.Peers.Onnx;
using MaxPoolConvNet.Benchmarks.Peers.Torch;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;
using TorchSharp;

namespace MaxPoolConvNet.Benchmarks.Peers.Equality;

/// <summary>
/// The same weights and texts for all sides, without dropout, before anything is timed: loss, gradients and probabilities have to be the same
/// numbers. Among the texts are the shortest, which fill no window, and the longest.
/// </summary>
internal sealed class EqualityCheck
{
    /// <summary>How the names of ONNX Runtime's forms begin.</summary>
    public const string Onnx = "ONNX Runtime";

    /// <summary>The name of libtorch.</summary>
    public const string Torch = "libtorch";

    // a power of two, so that nothing is lost by dividing it out; far from 1, so that weights round off little of a step
    private const float LearningRate = 64;

    private readonly PeerTexts _texts;
    private readonly int[] _batch;
    private readonly Network<float> _network;
    private readonly KimWeights _weights;
    private readonly float[] _probabilities;

    private EqualityCheck(PeerTexts texts)
    {
        _texts = texts;
        int[] byLength = [.. texts.Order.OrderBy(text => texts.Encoded.WordIds(text).Length)];
        int[] extremes = [.. byLength[..5], byLength[^1]];
        _batch = [.. extremes, .. texts.Order.Except(extremes).Take(PeerTexts.BatchSize - extremes.Length)];
        _network = KimForm.CreateNetwork(texts.Words);
        _weights = KimWeights.Of(_network);
        var own = new OwnKim(_network, texts, new Sgd(), threads: 2);
        _probabilities = own.PredictMany([.. _batch.Select(texts.WordIds)]);
    }

    /// <summary>Compares all sides.</summary>
    public static IReadOnlyList<Difference> Run(PeerTexts texts)
    {
        var check = new EqualityCheck(texts);
        return
        [
            .. check.OfOnnx(), .. check.OfTorch(), .. check.OfTorchSteps(new Sgd { LearningRate = LearningRate }), .. check.OfTorchSteps(new AdaDelta()),
        ];
    }

    private IEnumerable<Difference> OfOnnx()
    {
        foreach (OnnxConvolution convolution in Enum.GetValues<OnnxConvolution>())
        {
            using var many = new OnnxPredictor(_network, convolution, OnnxMasking.Penalties, threads: 1);
            yield return Difference.Of($"{Onnx}, {convolution}", "probabilities of a batch", _probabilities, many.Predict(new PaddedBatch(_texts, _batch)));
            using var one = new OnnxPredictor(_network, convolution, OnnxMasking.None, threads: 1);
            int[] alone = [.. Enumerable.Range(0, _batch.Length).Where(t => _texts.Encoded.WordIds(_batch[t]).Length >= KimForm.WidestWindow)];
            yield return Difference.Of(
                $"{Onnx}, {convolution}",
                "probabilities one by one",
                [.. alone.Select(t => _probabilities[t])],
                [.. alone.Select(t => one.PredictOne(new PaddedBatch(_texts, [_batch[t]]).WordIds))]);
        }
    }

    private IEnumerable<Difference> OfTorch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var peer = new TorchKim(_texts.Words, TorchGradients.Sparse, dropout: 0);
        peer.Load(_weights);
        using var batch = new TorchBatch(new PaddedBatch(_texts, _batch));
        yield return Difference.Of(Torch, "probabilities", _probabilities, peer.Predict([batch]));
        peer.train();
        torch.Tensor loss = peer.Loss(batch);
        loss.backward();
        (double ownLoss, KimWeights stepped) = Stepped(new Sgd { LearningRate = LearningRate });
        yield return Difference.Of(Torch, "loss", [(float)ownLoss], [loss.item<float>()]);
        foreach (Difference difference in Of("gradient of", stepped.GradientSince(_weights, LearningRate), peer.Gradients()))
            yield return difference;
    }

    /// <summary>
    /// What the first step changes: there the dense rule is the same as the library's, as what has no gradient has no memory of one either. Not Adam,
    /// whose first steps are the gradients' signs, also where they are nothing but rounding.
    /// </summary>
    private IEnumerable<Difference> OfTorchSteps(Optimizer optimizer)
    {
        using var peer = new TorchTraining(_texts.Words, optimizer, dropout: 0);
        peer.Load(_weights);
        using var batch = new TorchBatch(new PaddedBatch(_texts, _batch));
        peer.Step(batch);
        return Of($"step of {optimizer.GetType().Name} of", Stepped(optimizer).Weights.GradientSince(_weights, 1), peer.Weights().GradientSince(_weights, 1));
    }

    private (double Loss, KimWeights Weights) Stepped(Optimizer optimizer)
    {
        var own = new OwnKim(KimForm.CreateNetwork(_texts.Words), _texts, optimizer, threads: 2, dropout: 0);
        double loss = own.TrainStep(_batch);
        return (loss, KimWeights.Of(own.Trained()));
    }

    private static IEnumerable<Difference> Of(string name, KimWeights own, KimWeights theirs) =>
        own.Blocks.Zip(theirs.Blocks, (ours, peers) => Difference.Of(Torch, $"{name} {ours.Name}", ours.Entries, peers.Entries));
}
