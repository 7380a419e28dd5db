using System.CommandLine;
using MaxPoolConvNet.Benchmarks.Accuracy;
using MaxPoolConvNet.English;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>
/// What sub-words and the vectors of MaxPoolConvNet.English cost, alone and together, beside the defaults and the encoder that the vectors come from.
/// </summary>
internal sealed class EnglishCommand : Command
{
    private const int EncodedTexts = 200;

    private readonly Option<string> _data = new("--data") { Description = "a file of labeled texts", Required = true };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "its encoding; without it, it is found" };
    private readonly Option<int> _rounds = new("--rounds") { Description = "rounds in turn", DefaultValueFactory = _ => 5 };
    private readonly Option<int> _threads = new("--threads") { Description = "threads", DefaultValueFactory = _ => 2 };

    public EnglishCommand()
        : base("english", "time of training and prediction with sub-words and the vectors of MaxPoolConvNet.English")
    {
        foreach (Option option in new Option[] { _data, _encoding, _rounds, _threads })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        LabeledTexts texts = LabeledTextFile.Read(arguments.GetValue(_data)!, new() { Encoding = arguments.GetValue(_encoding) });
        (int rounds, int threads) = (arguments.GetValue(_rounds), arguments.GetValue(_threads));
        TrainingOptions defaults = Configurations.Defaults(1) with { Threads = threads };
        TrainingOptions english = Configurations.WithEnglish(1) with { Threads = threads };
        Markdown.Line($"{Machine.Description}; {texts.Count:N0} texts, {threads} threads, {rounds} rounds in turn after one to warm up");
        Markdown.Line();
        Measured[] all =
        [
            new("defaults", texts, defaults),
            new("sub-words", texts, Configurations.WithSubwords(1) with { Threads = threads }),
            new("english", texts, english),
            new("english, sub-words", texts, Configurations.WithEnglishAndSubwords(1) with { Threads = threads }),
        ];
        IReadOnlyList<Timing> whole = SideBySide.Measure(rounds, 0, [.. all.Select<Measured, Action>(one => one.Train)]);
        _ = SideBySide.Measure(rounds, 0, [.. all.Select<Measured, Action>(one => one.TrainTwoNetworks)]);
        IReadOnlyList<Timing> prediction = SideBySide.Measure(rounds, 0.2, [.. all.Select<Measured, Action>(one => one.PredictAll)]);
        using var encoder = new SentenceEncoder(EncoderSource.MiniLM);
        string[] some = [.. texts.Take(EncodedTexts).Select(text => text.Text)];
        Timing encoding = SideBySide.Measure(rounds, 0.2, [() => Array.ForEach(some, text => encoder.Encode([text]))])[0];
        Markdown.Head(
            "options", "training, calibration included", "× the first", "million words/s, two networks alone", "prediction, µs a text, 1 thread", "× the first",
            "file, MB", "× the first");
        for (int row = 0; row < all.Length; row++)
        {
            Markdown.Row(
                all[row].Name,
                $"{whole[row]}",
                Markdown.Number(whole[row].Median / whole[0].Median),
                Markdown.Number(Timing.Of(all[row].WordsPerSecond).Median / 1e6),
                Markdown.Number(prediction[row].Median / texts.Count * 1e6),
                Markdown.Number(prediction[row].Median / prediction[0].Median),
                Markdown.Number(all[row].FileBytes / 1e6),
                Markdown.Number((double)all[row].FileBytes / all[0].FileBytes));
        }

        double encoded = encoding.Median / some.Length;
        Markdown.Row(
            "all-MiniLM-L6-v2, ONNX Runtime, text by text, its own number of threads", "", "", "",
            Markdown.Number(encoded * 1e6), Markdown.Number(encoded / (prediction[0].Median / texts.Count)), "", "");
    }

    /// <param name="name">What the table calls it.</param>
    /// <param name="texts">The texts to learn from, and to predict.</param>
    /// <param name="options">The options.</param>
    private sealed class Measured(string name, LabeledTexts texts, TrainingOptions options)
    {
        private readonly TextClassifier _classifier = new Trainer(options).Train(texts).Classifier;

        public string Name { get; } = name;

        /// <summary>The size of the classifier's file.</summary>
        public long FileBytes
        {
            get
            {
                using var file = new MemoryStream();
                _classifier.Save(file);
                return file.Length;
            }
        }

        /// <summary>The speed of each training of two networks.</summary>
        public List<double> WordsPerSecond { get; } = [];

        public void Train() => _ = new Trainer(options).Train(texts);

        public void TrainTwoNetworks() =>
            WordsPerSecond.Add(new Trainer(options with { Networks = 2, Calibration = Calibration.None }).Train(texts).WordsPerSecond);

        public void PredictAll()
        {
            foreach (LabeledText text in texts)
                _ = _classifier.Predict(text.Text);
        }
    }
}
