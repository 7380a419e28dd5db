using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.RawText;

/// <summary>
/// One text at a time, as a web service would predict: a string in, label and probability out. Both sides are called in the way of theirs
/// that allocates least, and get the data's texts one after the other.
/// </summary>
internal static class OneText
{
    private const double RoundSeconds = 0.5;

    public static void Print(TextClassifier classifier, IReadOnlyList<LabeledText> texts, int rounds)
    {
        var mlNet = new MlNetPredictor(texts);
        string[] inputs = [.. texts.Select(text => text.Text)];
        IReadOnlyList<Timing> timings = SideBySide.Measure(
            rounds,
            RoundSeconds,
            () =>
            {
                foreach (string input in inputs)
                    classifier.Predict(input);
            },
            () =>
            {
                foreach (string input in inputs)
                    mlNet.Predict(input);
            });

        Markdown.Head("one text at a time", "µs a text: median", "least", "most", "accuracy on the texts learned from");
        Row($"{WriteupClassifier.Title}, `Predict(string)`", timings[0], HitRate.Of(texts, input => classifier.Predict(input).Label));
        Row(
            $"ML.NET {MlNetPredictor.Version}, FeaturizeText and SDCA (another model), `PredictionEngine`",
            timings[1],
            HitRate.Of(texts, input => mlNet.Predict(input).Label));
        Markdown.Row("ratio of medians", Markdown.Number(timings[1].Median / timings[0].Median), "", "", "");

        void Row(string title, Timing timing, string accuracy) => Markdown.Row(
            title, MicrosecondsPerText(timing.Median), MicrosecondsPerText(timing.Least), MicrosecondsPerText(timing.Most), accuracy);

        string MicrosecondsPerText(double seconds) => Markdown.Number(1e6 * seconds / inputs.Length);
    }
}
