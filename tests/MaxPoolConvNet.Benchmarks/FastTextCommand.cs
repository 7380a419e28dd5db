using System.CommandLine;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>
/// Words per second of training: the writeup's network (one-hot words, F = 100, k = 2, a step for every text) beside fastText (bigrams, 100
/// dimensions), in turn, on the same words, one thread each.
/// </summary>
internal sealed class FastTextCommand : Command
{
    private const int Epochs = 20;

    private readonly Option<string> _data = new("--data") { Description = "labeled texts of two labels", Required = true };
    private readonly Option<bool> _latin1 = new("--latin1") { Description = "the data is Latin-1, not UTF-8" };
    private readonly Option<int> _runs = new("--runs") { Description = "measured runs of each", DefaultValueFactory = _ => 7 };
    private readonly Option<string> _program = new("--program") { Description = "the fastText program", DefaultValueFactory = _ => "fasttext" };

    public FastTextCommand()
        : base("fasttext", "words per second of training beside fastText")
    {
        foreach (Option option in new Option[] { _data, _latin1, _runs, _program })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        string encoding = arguments.GetValue(_latin1) ? "latin1" : "utf-8";
        IReadOnlyList<LabeledText> texts = TokenizedTexts.Of(LabeledTextFile.Read(arguments.GetValue(_data)!, new LabeledTextFileOptions { Encoding = encoding }));
        using var fastText = new FastText(arguments.GetValue(_program)!, texts, Epochs);
        var trainer = new Trainer(new TrainingOptions
        {
            Tokenizer = new WhitespaceTokenizer(),
            Network = new ConvNetOptions { Filters = [new(2)] },
            Epochs = Epochs,
            Networks = 1,
            Threads = 1,
        });

        var ours = new List<double>();
        var theirs = new List<double>();
        var theirsSmall = new List<double>();
        trainer.Train(texts);
        fastText.WordsPerSecond();
        fastText.WordsPerSecond(bucket: 50_000);
        for (int run = 0; run < arguments.GetValue(_runs); run++)
        {
            ours.Add(trainer.Train(texts).WordsPerSecond);
            theirs.Add(fastText.WordsPerSecond());
            theirsSmall.Add(fastText.WordsPerSecond(bucket: 50_000));
        }

        Markdown.Line($"{Machine.Description}; {texts.Count} texts, {Epochs} epochs, one thread each, {ours.Count} runs in turn after one of each to warm up");
        Markdown.Line();
        Markdown.Head("training", "words/s: median", "least", "most");
        Row("MaxPoolConvNet, one-hot, F = 100, k = 2, AdaGrad, dropout 0.5, a step a text", ours);
        Row("fastText, -wordNgrams 2 -dim 100 -thread 1 (another model: a bag of words and bigrams)", theirs);
        Row("fastText, the same with -bucket 50000, which its cache holds better", theirsSmall);
        Markdown.Row("ratio of medians", Markdown.Number(Median(ours) / Median(theirs)), "", "");
        Markdown.Row("ratio to the small bucket's", Markdown.Number(Median(ours) / Median(theirsSmall)), "", "");
    }

    private static void Row(string name, List<double> speeds) =>
        Markdown.Row(name, Markdown.Number(Median(speeds)), Markdown.Number(speeds.Min()), Markdown.Number(speeds.Max()));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
