using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Writes predictions as JSON lines, one object per text.</summary>
internal static class JsonPredictions
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JsonResult.Encoder };

    /// <summary>Returns a function that predicts a text and appends the prediction to a buffer. Thread-safe.</summary>
    public static Action<string, ArrayBufferWriter<byte>> Writer(
        TextClassifier classifier, PredictionOptions options, UnknownTexts unknown) => (text, buffer) =>
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            unknown.AddEmpty();
            buffer.Write("{\"label\":null,\"probability\":null,"u8);
            if (options.Accepting is not null) buffer.Write("\"accepted\":false,"u8);
            buffer.Write("\"words\":0,\"knownWords\":0,\"familiarity\":null,\"text\":\"\"}\n"u8);
            return;
        }

        Prediction prediction = classifier.Predict(text.AsSpan());
        unknown.Add(prediction);
        ImmutableArray<LabelProbability> labels = options.Several ? options.LabelsOf(classifier, text) : [];
        bool isAccepted = options.Accepts(prediction, labels);
        if (!isAccepted) unknown.AddUndecided();
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            Write(json, prediction, options.Accepting is null ? null : isAccepted, options.Several ? labels : null, text);
        }

        buffer.Write("\n"u8);
    };

    private static void Write(
        Utf8JsonWriter json, Prediction prediction, bool? isAccepted, ImmutableArray<LabelProbability>? labels, string text)
    {
        json.WriteStartObject();
        json.WriteString("label", prediction.Label);
        json.WriteNumber("probability", prediction.Probability);
        if (isAccepted is { } accepted) json.WriteBoolean("accepted", accepted);
        if (labels is { } listed)
        {
            json.WriteStartArray("labels");
            foreach (LabelProbability label in listed)
            {
                json.WriteStartObject();
                json.WriteString("label", label.Label);
                json.WriteNumber("probability", label.Probability);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteNumber("words", prediction.WordCount);
        json.WriteNumber("knownWords", prediction.KnownWordCount);
        if (prediction.Familiarity is { } familiarity) json.WriteNumber("familiarity", familiarity);
        else json.WriteNull("familiarity");
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
