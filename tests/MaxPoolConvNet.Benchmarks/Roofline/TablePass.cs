using MaxPoolConvNet.Benchmarks.Peers;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Benchmarks.Roofline;

/// <summary>
/// The prediction of Kim's network once it is compiled, from word ids to the logit: 20,000 words, 3 × 100 filters of three, four and five
/// words, texts of 20 words. Bytes are those of the words' rows, each of which is read once in every position of a window; rows of padding,
/// which stay in the nearest cache, don't count.
/// </summary>
internal sealed class TablePass : MachineLoad
{
    private const int Vocabulary = 20_000;
    private const int WordsPerText = 20;
    private const int Texts = 1_000;
    private const int TextsAtOnce = 50;

    private readonly PredictionRun[] _runs;
    private readonly int[] _wordIds;

    private TablePass(string name, Network<float> network, CompiledTable rows, Func<int, int> wordId)
        : base(name, "GB")
    {
        _runs = [.. Enumerable.Range(0, RooflineCommand.MostThreads).Select(_ => new PredictionScratch(network, rows).Predicting)];
        _wordIds = [.. Enumerable.Range(0, Texts * WordsPerText).Select(wordId)];
        BytesPerText = WordsPerText * (double)rows.RowBytes;
    }

    /// <summary>Bytes of a text's rows.</summary>
    public double BytesPerText { get; }

    /// <summary>
    /// The pass in both precisions, over words as frequent as in a language, most of whose rows are in a cache already, and over words that are
    /// all equally frequent, nearly all of whose rows come from memory.
    /// </summary>
    public static IReadOnlyList<TablePass> All()
    {
        Network<float> network = KimForm.CreateNetwork(Vocabulary);
        CompiledTable full = CompiledTable.Of(network, new CompileOptions())!;
        CompiledTable half = CompiledTable.Of(network, new CompileOptions { WeightFormat = WeightFormat.BFloat16 })!;
        var random = new CounterRandom(1);
        int Uniform(int place) => random.Below(Vocabulary, (ulong)place);
        return
        [
            new("prediction, words by Zipf's law", network, full, new ZipfIds(Vocabulary, seed: 1).At),
            new("prediction in 16 bits, words by Zipf's law", network, half, new ZipfIds(Vocabulary, seed: 1).At),
            new("prediction, all words equally frequent", network, full, Uniform),
            new("prediction in 16 bits, all words equally frequent", network, half, Uniform),
        ];
    }

    /// <summary>Time of a text on one thread, from that of a run.</summary>
    public static double PerText(double seconds) => seconds / Texts;

    public override double Amount(int threads) => Texts * BytesPerText / 1e9;

    public override void Run(WorkSharing sharing) => sharing.Run(Chunks.Count(Texts, TextsAtOnce), (piece, worker) =>
    {
        Range texts = Chunks.Of(piece, Texts, TextsAtOnce);
        for (int text = texts.Start.Value; text < texts.End.Value; text++)
            _runs[worker].Forward(_wordIds.AsSpan(text * WordsPerText, WordsPerText));
    });
}
