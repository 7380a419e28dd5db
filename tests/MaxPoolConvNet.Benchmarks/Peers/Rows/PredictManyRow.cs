using System.Globalization;
using MaxPoolConvNet.Benchmarks.Peers.Onnx;
using MaxPoolConvNet.Benchmarks.Peers.Torch;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Peers.Rows;

/// <summary>
/// Many texts predicted at once. The peers' batches are sorted by length and padded ahead, outside the time, in several sizes, and for ONNX Runtime
/// also shared out over two callers with a thread each; the best of them is the one to look at. The library is given the texts as they come.
/// </summary>
internal sealed class PredictManyRow : IPeerRow
{
    private const int Texts = 256;
    private const double RoundSeconds = 0.4;

    private static readonly int[] _sizes = [32, 64, 256];

    public string Name => "many";

    public string Title => $"Predict {Texts} texts, ids given, 2 threads";

    public bool HasTorch => true;

    public IEnumerable<string> Measure(PeerSetting setting)
    {
        PeerTexts texts = setting.Texts;
        int[] chosen = [.. texts.Order.Take(Texts)];
        int[][] ids = [.. chosen.Select(texts.WordIds)];
        Network<float> network = KimForm.CreateNetwork(texts.Words);
        var own = new OwnKim(network, texts, new Sgd(), threads: 2);
        TorchLibrary.UseThreads(2);
        using var torch = new TorchKim(texts.Words, TorchGradients.Sparse);
        torch.Load(KimWeights.Of(network));
        using var peers = new OnnxPredictors(network, OnnxMasking.Penalties, threads: 2);
        using var singleThreaded = new OnnxPredictors(network, OnnxMasking.Penalties, threads: 1);
        var contenders = new List<Contender>
        {
            new("MaxPoolConvNet, compiled", () => own.PredictMany(ids)),
            new("MaxPoolConvNet, compiled to 16 bits", () => own.PredictManyInHalf(ids)),
            new("MaxPoolConvNet, compiled to 8 bits", () => own.PredictManyIn8Bits(ids)),
        };
        foreach (int size in _sizes)
        {
            IReadOnlyList<PaddedBatch> batches = PaddedBatch.Sorted(texts, chosen, size);
            contenders.AddRange(peers.Contenders($", batch {size}", peer => () => PredictAll(peer, batches)));
            TorchBatch[] tensors = [.. batches.Select(batch => new TorchBatch(batch))];
            contenders.Add(new Contender($"libtorch, batch {size}", () => torch.Predict(tensors)));
        }

        IReadOnlyList<PaddedBatch> shared = PaddedBatch.Sorted(texts, chosen, _sizes[0]);
        var twoCallers = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        contenders.AddRange(singleThreaded.Contenders(
            $", batch {_sizes[0]}, two callers of a thread each", peer => () => Parallel.ForEach(shared, twoCallers, batch => peer.Predict(batch))));
        yield return string.Create(CultureInfo.InvariantCulture, $"{Texts} texts, {ids.Average(text => text.Length):F1} words on average, {ids.Max(text => text.Length)} at most.");
        yield return "";
        foreach (string line in PeerTable.Measure(setting.Rounds, RoundSeconds, $"{Texts} texts", contenders))
            yield return line;
    }

    private static void PredictAll(OnnxPredictor peer, IReadOnlyList<PaddedBatch> batches)
    {
        foreach (PaddedBatch batch in batches)
            peer.Predict(batch);
    }
}
