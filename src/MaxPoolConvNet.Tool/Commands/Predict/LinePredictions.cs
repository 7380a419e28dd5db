using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>
/// Writes predictions as lines: label, probability and text, separated by tabs. Several labels are separated by commas, as in CSV: a label
/// with a comma or a quotation mark is quoted, and its quotation marks are doubled. A question mark stands for a label that isn't accepted.
/// </summary>
internal static class LinePredictions
{
    private const string Undecided = "?";

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
        ImmutableArray<LabelProbability> labels = options.Several ? options.LabelsOf(classifier, text) : [];
        bool isAccepted = options.Accepts(prediction, labels);
        if (!isAccepted) unknown.AddUndecided();
        if (options.Several) WriteSeveral(labels, isAccepted, text, buffer);
        else WriteOne(prediction, isAccepted, text, buffer);
    };

    private static void WriteOne(Prediction prediction, bool isAccepted, string text, ArrayBufferWriter<byte> buffer)
    {
        WriteLabel(isAccepted ? prediction.Label : Undecided, buffer);
        Put(buffer, (byte)'\t');
        Write(prediction.Probability, buffer);
        WriteText(text, buffer);
    }

    private static void WriteSeveral(
        ImmutableArray<LabelProbability> labels, bool isAccepted, string text, ArrayBufferWriter<byte> buffer)
    {
        if (!isAccepted) WriteLabel(Undecided, buffer);
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

    /// <summary>Replaces line breaks and tabs of a label, so that tabs only separate columns.</summary>
    private static void WriteLabel(string label, ArrayBufferWriter<byte> buffer) =>
        Encoding.UTF8.GetBytes(OnOneLine(label).Replace('\t', ' '), buffer);

    /// <summary>A label in a list of labels, quoted if needed.</summary>
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

    /// <summary>Replaces line breaks, so that each prediction is one line.</summary>
    private static string OnOneLine(string text) => text.AsSpan().ContainsAny('\r', '\n')
        ? text.ReplaceLineEndings(" ").Replace('\r', ' ')
        : text;

    private static void Put(ArrayBufferWriter<byte> buffer, byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }
}
