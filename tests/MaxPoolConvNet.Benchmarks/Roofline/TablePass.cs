
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

    private readonly Network<float> _network;
    private readonly TextRun<float>[] _runs;
    private readonly int[] _wordIds;

    private TablePass(string name, Network<float> network, Func<int, int> wordId)
        : base(name, "GB")
    {
        _network = network;
        _runs = [.. Enumerable.Range(0, RooflineCommand.MostThreads).Select(_ => new TextRun<float>(network))];
        _wordIds = [.. Enumerable.Range(0, Texts * WordsPerText).Select(wordId)];
    }

    /// <summary>Bytes of a text's rows.</summary>
    public double BytesPerText => WordsPerText * sizeof(float) * (double)_network.Tables.Sum(table => table.RowLength);

    /// <summary>What a compiled network is: one-hot filters, here random ones.</summary>
    public static Network<float> KimCompiled() => RandomNetwork.Create<float>(
        Vocabulary, classes: 2, new ConvNetOptions { Widths = [3, 4, 5], FiltersPerWidth = [100] }, new CounterRandom(1));

    /// <summary>Words as frequent as in a language: most of their rows are in a cache already.</summary>
    public static TablePass OfZipfWords(Network<float> network) => new("prediction, words by Zipf's law", network, new ZipfIds(Vocabulary, seed: 1).At);

    /// <summary>Every word as frequent as any other: nearly all of their rows come from memory.</summary>
    public static TablePass OfUniformWords(Network<float> network)
    {
        var random = new CounterRandom(1);
        return new TablePass("prediction, all words equally frequent", network, place => random.Below(Vocabulary, (ulong)place));
    }

    /// <summary>Time of a text on one thread, from that of a run.</summary>
    public static double PerText(double seconds) => seconds / Texts;

    public override double Amount(int threads) => Texts * BytesPerText / 1e9;

    public override void Run(WorkSharing sharing) => sharing.Run(Pieces.Count(Texts, TextsAtOnce), (piece, worker) =>
    {
        Range texts = Pieces.Of(piece, Texts, TextsAtOnce);
        for (int text = texts.Start.Value; text < texts.End.Value; text++)
            _runs[worker].Forward(_wordIds.AsSpan(text * WordsPerText, WordsPerText));
    });
}
