using System.Diagnostics;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace MaxPoolConvNet.Samples.Browser;

/// <summary>The model that the page predicts with.</summary>
[SupportedOSPlatform("browser")]
internal static partial class OpenModel
{
    private const int PreparingWords = 20;

    private static TextClassifier? _classifier;

    /// <summary>Opens a model file in place of the one before, which stays open where the file is broken.</summary>
    /// <returns>What the page shows about the model, as JSON.</returns>
    [JSExport]
    internal static string Open(byte[] file)
    {
        TextClassifier classifier = TextClassifier.Load(new MemoryStream(file));

        // the interpreter prepares each method at its first call: here rather than at the user's first text
        Predict(classifier, string.Join(' ', classifier.Vocabulary.Words.Take(PreparingWords)), null);
        _classifier = classifier;
        return JsonText.Of(json =>
        {
            json.WriteNumber("bytes", file.Length);
            json.WriteNumber("words", classifier.Vocabulary.Count);
            json.WriteBoolean("several", classifier.IsMultiLabel);
            json.WriteBoolean("calibrated", classifier.Calibration is not null);
            json.WriteStartArray("labels");
            foreach (string label in classifier.Labels)
                json.WriteStringValue(label);
            json.WriteEndArray();
        });
    }

    /// <summary>Predicts and explains a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="label">The label to explain; null for the most probable one.</param>
    /// <returns>The probabilities and the words' contributions, as JSON.</returns>
    [JSExport]
    internal static string Predict(string text, string? label) =>
        Predict(_classifier ?? throw new InvalidOperationException("there is no model; train one or open a file"), text, label);

    private static string Predict(TextClassifier classifier, string text, string? label)
    {
        long begin = Stopwatch.GetTimestamp();
        LabelScores scores = classifier.Score(text);
        TimeSpan time = Stopwatch.GetElapsedTime(begin);
        Explanation explanation = label is null ? classifier.Explain(text) : classifier.Explain(text, label);
        return PredictionJson.Of(classifier, scores, explanation, time);
    }
}
