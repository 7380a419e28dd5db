using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>What tables of 16 and 8 bits cost: accuracy and loss on texts held out, labels and probabilities that they change.</summary>
internal sealed class HalfPrecisionCommand : Command
{
    private readonly Option<string> _data = new("--data") { Description = "labeled texts", Required = true };
    private readonly Option<bool> _latin1 = new("--latin1") { Description = "the data is Latin-1, not UTF-8" };

    public HalfPrecisionCommand()
        : base("half-precision", "what tables of 16 and 8 bits cost in accuracy")
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
        Markdown.Head("network", "bits", "accuracy", "loss", "labels changed", "largest change of a probability");
        Print("defaults, one-hot", new TrainingOptions(), split);
        var kim = new TrainingOptions { Network = new ConvNetOptions { Filters = [], Embedding = new EmbeddingOptions() } };
        Print("Kim (2014), trained 300-d embedding", kim, split);
        Print("the same, one network", kim with { Networks = 1 }, split);
    }

    private static void Print(string name, TrainingOptions options, TextSplit split)
    {
        TextClassifier full = TextClassifier.Train(split.Training, options);
        EvaluationReport report = full.Evaluate(split.HeldOut);
        Markdown.Row(name, "32", Percent(report.Accuracy), Fixed(report.Loss), "", "");
        Compare(full, WeightFormat.BFloat16, "16", split.HeldOut);
        Compare(full, WeightFormat.Int8, "8", split.HeldOut);
    }

    private static void Compare(TextClassifier full, WeightFormat format, string bits, IReadOnlyList<LabeledText> heldOut)
    {
        TextClassifier compiled = full.Compile(new CompileOptions { WeightFormat = format });
        string[] texts = [.. heldOut.Select(text => text.Text)];
        int changed = full.PredictAll(texts).Zip(compiled.PredictAll(texts)).Count(pair => pair.First.Label != pair.Second.Label);
        double largest = texts.Max(text => full.Score(text).Zip(compiled.Score(text)).Max(pair => Math.Abs(pair.First.Probability - pair.Second.Probability)));
        EvaluationReport report = compiled.Evaluate(heldOut);
        Markdown.Row(
            "",
            bits,
            Percent(report.Accuracy),
            Fixed(report.Loss),
            string.Create(CultureInfo.InvariantCulture, $"{changed} of {texts.Length}"),
            Fixed(largest));
    }

    private static string Fixed(double number) => number.ToString("F4", CultureInfo.InvariantCulture);

    private static string Percent(double part) => part.ToString("P2", CultureInfo.InvariantCulture);
}
