using System.Collections.Immutable;
using MaxPoolConvNet;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace Guides;

/// <summary>The code of predict-in-an-app.md.</summary>
internal static class PredictInAnAppPage
{
    public static async Task RunAsync()
    {
        TextClassifier classifier = Predict();
        Console.WriteLine(Reviews.Sentiment("Well made."));
        AnswerOnlyWhatIsKnown(classifier);
        PredictMany(classifier);
        PredictAFile(classifier);
        await PredictArrivals(classifier);
        PredictWithoutAllocating(classifier);
        Compile(classifier);
        Measure(classifier);
    }

    private static TextClassifier Predict()
    {
        // begin
        TextClassifier classifier = TextClassifier.Load("reviews.safetensors");
        Prediction prediction = classifier.Predict("Not only cheap but surprisingly well made.");
        Console.WriteLine($"{prediction.Label} ({prediction.Probability:P1}), {prediction.KnownWordCount} of {prediction.WordCount} words known");
        // end
        return classifier;
    }

    private static void AnswerOnlyWhatIsKnown(TextClassifier classifier)
    {
        // begin
        foreach (string text in new[] { "Well made.", "Замечательно", "" })
        {
            Prediction answer = classifier.Predict(text);
            bool sure = answer.HasKnownWords && answer.Probability >= 0.8;
            Console.WriteLine($"'{text}': {(sure ? answer.Label : "a person has to look")}");
        }
        // end
    }

    private static void PredictMany(TextClassifier classifier)
    {
        // begin
        ImmutableArray<Prediction> answers = classifier.PredictAll(["Well made.", "It fell apart."]);   // all processors
        // end
        Console.WriteLine(string.Join(", ", answers.Select(answer => answer.Label)));
    }

    private static void PredictAFile(TextClassifier classifier)
    {
        // begin
        var rows = File.ReadLines("new-reviews.tsv").Select(line => line.Split('\t', 2));
        int negative = 0;
        foreach ((string[] row, Prediction answer) in classifier.PredictStream(rows, row => row[1]))
        {
            if (answer.Label == "negative") negative++;
            if (answer.Label != row[0] && answer.Probability > 0.99) Console.WriteLine($"look at this one again: {row[1]}");
        }
        // end
        Console.WriteLine($"{negative} of them are negative");
    }

    private static async Task PredictArrivals(TextClassifier classifier)
    {
        // begin
        using var stopping = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        IAsyncEnumerable<string> arriving = File.ReadLinesAsync("new-reviews.tsv", stopping.Token);   // a queue, a channel, a socket
        await foreach ((string line, Prediction answer) in classifier.PredictStream(arriving, line => line, threads: 2, stopping.Token))
        {
            if (!answer.HasKnownWords) Console.WriteLine($"nothing known of '{line}'");
        }
        // end
    }

    private static void PredictWithoutAllocating(TextClassifier classifier)
    {
        // begin
        ReadOnlySpan<char> line = "2026-05-01;shop;Well made, but it fell apart.";
        Span<double> probabilities = stackalloc double[classifier.Labels.Length];
        classifier.Score(line[(line.LastIndexOf(';') + 1)..]).CopyTo(probabilities);
        // end
        Console.WriteLine($"{classifier.Labels[1]}: {probabilities[1]:P1}");
    }

    private static void Compile(TextClassifier classifier)
    {
        // begin
        var options = new CompileOptions { WeightFormat = WeightFormat.BFloat16, MaximumBytes = 200_000_000 };
        TextClassifier compiled = classifier.Compile(options);
        // end
        Console.WriteLine(compiled.Predict("Well made."));
    }

    private static void Measure(TextClassifier classifier)
    {
        // begin
        EvaluationReport report = classifier.Evaluate(LabeledTextFile.Read("new-reviews.tsv"), threads: 1);
        Console.WriteLine($"{report.Accuracy:P1} of {report.TextCount} new texts; calibration error {report.ExpectedCalibrationError:F3}");
        // end
    }

    // begin
    /// <summary>One classifier for the whole program, loaded at first use.</summary>
    internal static class Reviews
    {
        private static readonly Lazy<TextClassifier> _classifier = new(() => TextClassifier.Load("reviews.safetensors"));

        public static Prediction Sentiment(string text) => _classifier.Value.Predict(text);
    }
    // end
}
