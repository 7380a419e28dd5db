using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>What a table of 16 bits costs: accuracy on texts held out, labels and probabilities that it changes.</summary>
internal sealed class HalfPrecisionCommand : Command
{
    private readonly Option<string> _data = new("--data") { Description = "labeled texts", Required = true };
    private readonly Option<bool> _latin1 = new("--latin1") { Description = "the data is Latin-1, not UTF-8" };

    public HalfPrecisionCommand()
        : base("half-precision", "what a table of 16 bits costs in accuracy")
    {
        Add(_data);
        Add(_latin1);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        string encoding = arguments.GetValue(_latin1) ? "latin1" : "utf-8";
        TextSplit split = StratifiedSplit.HoldOut(LabeledTextFile.Read(arguments.GetValue(_data)!, new LabeledTextFileOptions { Encoding = encoding }), 0.25, seed: 1);
        Markdown.Line($"{split.Training.Count} texts learned from, {split.HeldOut.Count} held out");
        Markdown.Line();
        Markdown.Head("network", "accuracy", "in 16 bits", "labels changed", "largest change of a probability");
        Print("defaults, one-hot", new TrainingOptions(), split);
        Print("Kim (2014), trained 300-d embedding", new TrainingOptions { Network = new ConvNetOptions { Filters = [], Embedding = new EmbeddingOptions() } }, split);
    }

    private static void Print(string name, TrainingOptions options, TextSplit split)
    {
        TextClassifier full = TextClassifier.Train(split.Training, options);
        TextClassifier half = full.Compile(new CompileOptions { WeightFormat = WeightFormat.BFloat16 });
        string[] texts = [.. split.HeldOut.Select(text => text.Text)];
        int changed = full.PredictAll(texts).Zip(half.PredictAll(texts)).Count(pair => pair.First.Label != pair.Second.Label);
        double largest = texts.Max(text => full.Score(text).Zip(half.Score(text)).Max(pair => Math.Abs(pair.First.Probability - pair.Second.Probability)));
        Markdown.Row(
            name,
            Percent(full.Evaluate(split.HeldOut).Accuracy),
            Percent(half.Evaluate(split.HeldOut).Accuracy),
            string.Create(CultureInfo.InvariantCulture, $"{changed} of {texts.Length}"),
            largest.ToString("F4", CultureInfo.InvariantCulture));
    }

    private static string Percent(double part) => part.ToString("P2", CultureInfo.InvariantCulture);
}
