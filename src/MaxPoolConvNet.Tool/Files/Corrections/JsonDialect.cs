using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>How JSON has labels: a string, an array of strings, or a number or truth value.</summary>
internal sealed class JsonDialect : ILabelDialect
{
    private static readonly JsonWriterOptions _relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write(IReadOnlyList<string> labels, ReadOnlySpan<char> old)
    {
        if (labels is [var one] && !old.StartsWith('['))
            return !old.StartsWith('"') && IsBare(one) ? one : Text(writer => writer.WriteStringValue(one));
        return Text(writer =>
        {
            writer.WriteStartArray();
            foreach (string label in labels)
                writer.WriteStringValue(label);
            writer.WriteEndArray();
        });
    }

    /// <summary>What a writer writes.</summary>
    public static string Text(Action<Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, _relaxed))
            write(writer);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    /// <summary>Whether a label can be written without quotes.</summary>
    private static bool IsBare(string label)
    {
        try
        {
            using var value = JsonDocument.Parse(label);
            return value.RootElement.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
