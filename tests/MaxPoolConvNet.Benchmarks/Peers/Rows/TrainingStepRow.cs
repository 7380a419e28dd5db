using System.Globalization;
using MaxPoolConvNet.Benchmarks.Peers.Torch;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Peers.Rows;

/// <summary>
/// A step of training. libtorch's batches are padded and made tensors ahead, outside the time; the library is given texts. Its Adam and AdaDelta
/// leave vectors of words that a batch hasn't alone, where libtorch's step all: another rule, and less work.
/// </summary>
internal sealed class TrainingStepRow(string name, Optimizer optimizer) : IPeerRow
{
    private const int Batches = 20;
    private const double RoundSeconds = 0.6;

    public string Name => name;

    public string Title =>
        $"A training step: {optimizer.GetType().Name}, batch {PeerTexts.BatchSize}, trained {KimForm.Dimension}-d vectors, dropout {KimForm.Dropout.ToString(CultureInfo.InvariantCulture)}";

    public bool HasTorch => true;

    private string Rule => optimizer is Sgd
        ? "sparse gradients of the embedding"
        : "dense: all vectors are stepped, another rule than the library's, which steps those of the batch's words";

    public IEnumerable<string> Measure(PeerSetting setting)
    {
        PeerTexts texts = setting.Texts;
        IReadOnlyList<int[]> batches = texts.Batches(Batches);
        PaddedBatch[] padded = [.. batches.Select(batch => new PaddedBatch(texts, batch))];
        using var torch = new TorchTraining(texts.Words, optimizer);
        TorchBatch[] tensors = [.. padded.Select(batch => new TorchBatch(batch))];
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{batches.Count} batches in turn; on average {batches.Average(batch => batch.Sum(text => texts.Encoded.WordIds(text).Length)):F0} words, of them {batches.Average(batch => batch.SelectMany(texts.WordIds).Distinct().Count()):F0} distinct ones, padded to {padded.Average(batch => batch.Length):F0} a text for libtorch.");
        yield return "";
        IEnumerable<string> table = PeerTable.Measure(
            setting.Rounds,
            RoundSeconds,
            "a step",
            Own(texts, batches, 2),
            Peer(torch, tensors, 2),
            Own(texts, batches, 1),
            Peer(torch, tensors, 1));
        foreach (string line in table)
            yield return line;
        foreach (TorchBatch batch in tensors)
            batch.Dispose();
    }

    private Contender Own(PeerTexts texts, IReadOnlyList<int[]> batches, int threads)
    {
        var own = new OwnKim(KimForm.CreateNetwork(texts.Words), texts, optimizer, threads);
        var cycle = new Cycle<int[]>(batches);
        return new Contender($"MaxPoolConvNet, {Threads(threads)}", () => own.TrainStep(cycle.Next()));
    }

    private Contender Peer(TorchTraining training, IReadOnlyList<TorchBatch> batches, int threads)
    {
        var cycle = new Cycle<TorchBatch>(batches);
        return new Contender($"libtorch, {Threads(threads)}, {Rule}", () =>
        {
            TorchLibrary.UseThreads(threads);
            training.Step(cycle.Next());
        });
    }

    private static string Threads(int count) => count == 1 ? "1 thread" : $"{count} threads";
}
