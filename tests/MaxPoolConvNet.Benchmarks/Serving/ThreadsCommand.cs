using System.CommandLine;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>One classifier that several threads use at the same time: whether they get the same answers as one, and how many in a second.</summary>
internal sealed class ThreadsCommand : Command
{
    private static readonly int[] _threads = [1, 2, 64];
    private static readonly int[] _networks = [1, 3];

    private readonly Option<string> _data = new("--data") { Description = "labeled texts", Required = true };
    private readonly Option<bool> _latin1 = new("--latin1") { Description = "the data is Latin-1, not UTF-8" };
    private readonly Option<int> _predictions = new("--predictions") { Description = "predictions of each thread", DefaultValueFactory = _ => 10_000 };
    private readonly Option<int> _rounds = new("--rounds") { Description = "measured rounds", DefaultValueFactory = _ => 7 };

    public ThreadsCommand()
        : base("threads", "predictions of many threads by one classifier")
    {
        foreach (Option option in new Option[] { _data, _latin1, _predictions, _rounds })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        int predictions = arguments.GetValue(_predictions);
        LabeledTexts texts = LabeledTextFile.Read(arguments.GetValue(_data)!, new LabeledTextFileOptions
        {
            Encoding = arguments.GetValue(_latin1) ? "latin1" : "utf-8",
        });
        Markdown.Line($"{Machine.Description}; {predictions} predictions of each thread, each compared with the one that a single thread got; {arguments.GetValue(_rounds)} rounds in turn");
        Markdown.Line();
        Markdown.Head("networks averaged", "filters, MB", "threads", "median (least to most)", "predictions/s", "ratio to one thread");
        foreach (int networks in _networks)
            Measure(texts, networks, predictions, arguments.GetValue(_rounds));
    }

    private static void Measure(IReadOnlyList<LabeledText> texts, int networks, int predictions, int rounds)
    {
        TextClassifier classifier = TextClassifier.Train(texts, new TrainingOptions { Networks = networks });
        Prediction[] alone = [.. texts.Select(text => classifier.Predict(text.Text))];
        IReadOnlyList<Timing> timings = SideBySide.Measure(
            rounds, 0, [.. _threads.Select(threads => (Action)(() => Predict(classifier, texts, alone, threads, predictions)))]);
        double megabytes = classifier.ToConvNet().Filters.Sum(filters => (double)filters.WordSize * filters.Width * filters.FilterCount) * sizeof(float) / 1e6;
        for (int t = 0; t < _threads.Length; t++)
        {
            double perSecond = _threads[t] * predictions / timings[t].Median;
            Markdown.Row(
                $"{networks}", Markdown.Number(megabytes), $"{_threads[t]}", $"{timings[t]}", Markdown.Number(perSecond), Markdown.Number(perSecond / (predictions / timings[0].Median)));
        }
    }

    private static void Predict(TextClassifier classifier, IReadOnlyList<LabeledText> texts, Prediction[] alone, int threads, int predictions)
    {
        int different = 0;
        Thread[] all =
        [
            .. Enumerable.Range(0, threads).Select(thread => new Thread(() =>
            {
                for (int p = 0; p < predictions; p++)
                {
                    int at = ((thread * 7_919) + p) % texts.Count;
                    if (classifier.Predict(texts[at].Text) != alone[at]) Interlocked.Increment(ref different);
                }
            })),
        ];
        foreach (Thread one in all)
            one.Start();
        foreach (Thread one in all)
            one.Join();
        if (different > 0) throw new InvalidOperationException($"{different} predictions of {threads} threads differ from those of one");
    }
}
