using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>
/// Predictions as lines: label, probability and text with tabs between them. Of several labels, commas between these, as in CSV: a label with a
/// comma or a quotation mark stands in quotation marks, and those within it are doubled.
/// </summary>
internal static class LinePredictions
{
    /// <inheritdoc cref="JsonPredictions.Writer"/>
    public static Action<string, ArrayBufferWriter<byte>> Writer(
        TextClassifier classifier, PredictionOptions options, UnknownTexts unknown) => (text, buffer) =>
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            unknown.AddEmpty();
            buffer.Write("\t\t(no text)\n"u8);
            return;
        }

        Prediction prediction = classifier.Predict(text.AsSpan());
        unknown.Add(prediction);
        if (options.Several) WriteSeveral(options.LabelsOf(classifier, text), text, buffer);
        else WriteOne(prediction, text, buffer);
    };

    private static void WriteOne(Prediction prediction, string text, ArrayBufferWriter<byte> buffer)
    {
        WriteLabel(prediction.Label, buffer);
        Put(buffer, (byte)'\t');
        Write(prediction.Probability, buffer);
        WriteText(text, buffer);
    }

    private static void WriteSeveral(ImmutableArray<LabelProbability> labels, string text, ArrayBufferWriter<byte> buffer)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (i > 0) Put(buffer, (byte)',');
            WriteLabel(Listed(labels[i].Label), buffer);
        }

        Put(buffer, (byte)'\t');
        for (int i = 0; i < labels.Length; i++)
        {
            if (i > 0) Put(buffer, (byte)',');
            Write(labels[i].Probability, buffer);
        }

        WriteText(text, buffer);
    }

    /// <summary>A label of CSV may have line breaks and tabs: the columns are found by those alone that stand between them.</summary>
    private static void WriteLabel(string label, ArrayBufferWriter<byte> buffer) =>
        Encoding.UTF8.GetBytes(OnOneLine(label).Replace('\t', ' '), buffer);

    /// <summary>As one of several labels.</summary>
    private static string Listed(string label) => label.AsSpan().ContainsAny(',', '"')
        ? $"\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : label;

    private static void Write(double probability, ArrayBufferWriter<byte> buffer)
    {
        probability.TryFormat(buffer.GetSpan(32), out int length, "F4", CultureInfo.InvariantCulture);
        buffer.Advance(length);
    }

    private static void WriteText(string text, ArrayBufferWriter<byte> buffer)
    {
        Put(buffer, (byte)'\t');
        Encoding.UTF8.GetBytes(OnOneLine(text), buffer);
        Put(buffer, (byte)'\n');
    }

    /// <summary>A text of CSV or JSON may have line breaks: each prediction is a line.</summary>
    private static string OnOneLine(string text) => text.AsSpan().ContainsAny('\r', '\n')
        ? text.ReplaceLineEndings(" ").Replace('\r', ' ')
        : text;

    private static void Put(ArrayBufferWriter<byte> buffer, byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }
}
