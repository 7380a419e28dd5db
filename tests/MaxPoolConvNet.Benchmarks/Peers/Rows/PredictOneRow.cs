using System.Globalization;
using MaxPoolConvNet.Benchmarks.Peers.Onnx;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Peers.Rows;

/// <summary>
/// Texts predicted one at a time, each another one than before. ONNX Runtime gets texts that fill every window, so that it needs no mask and no
/// padding, its ids as the integers it takes.
/// </summary>
internal sealed class PredictOneRow : IPeerRow
{
    private const int LeastWords = 18;
    private const int MostWords = 22;
    private const int Texts = 1_000;
    private const double RoundSeconds = 0.4;

    public string Name => "one";

    public string Title => $"Predict one text of {LeastWords} to {MostWords} words, ids given, 1 thread";

    public bool HasTorch => false;

    public IEnumerable<string> Measure(PeerSetting setting)
    {
        PeerTexts texts = setting.Texts;
        int[][] ids = [.. texts.Order.Select(texts.WordIds).Where(text => text.Length is >= LeastWords and <= MostWords).Take(Texts)];
        Network<float> network = KimForm.CreateNetwork(texts.Words);
        var own = new OwnKim(network, texts, new Sgd(), threads: 1);
        var ownTexts = new Cycle<int[]>(ids);
        var halfTexts = new Cycle<int[]>(ids);
        var textsIn8Bits = new Cycle<int[]>(ids);
        using var peers = new OnnxPredictors(network, OnnxMasking.None, threads: 1);
        long[][] peerIds = [.. ids.Select(text => Array.ConvertAll(text, id => (long)id))];
        Contender[] contenders =
        [
            new("MaxPoolConvNet, compiled", () => own.PredictOne(ownTexts.Next())),
            new("MaxPoolConvNet, compiled to 16 bits", () => own.PredictOneInHalf(halfTexts.Next())),
            new("MaxPoolConvNet, compiled to 8 bits", () => own.PredictOneIn8Bits(textsIn8Bits.Next())),
            .. peers.Contenders("", peer =>
            {
                var cycle = new Cycle<long[]>(peerIds);
                return () => peer.PredictOne(cycle.Next());
            }),
        ];
        yield return string.Create(CultureInfo.InvariantCulture, $"{ids.Length} texts in turn, {ids.Average(text => text.Length):F1} words on average. The compiled table takes {network.WordSize * (long)CompiledTable.Of(network, CompileOptions.Unasked)!.RowBytes / 1e6:F0} MB in the library, and as much in the graph that is given it; the embedding takes {(long)network.Embedding!.Entries.Length * sizeof(float) / 1e6:F0} MB.");
        yield return "";
        foreach (string line in PeerTable.Measure(setting.Rounds, RoundSeconds, "a text", contenders))
            yield return line;
    }
}
