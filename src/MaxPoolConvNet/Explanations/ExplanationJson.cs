using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MaxPoolConvNet;

/// <summary>An <see cref="Explanation"/> as JSON.</summary>
internal static class ExplanationJson
{
    // letters of all scripts stay as they are
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Explanation explanation)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            json.WriteString("label", explanation.Label);
            json.WriteNumber("probability", explanation.Probability);
            json.WriteNumber("logit", explanation.Logit);
            json.WriteNumber("bias", explanation.Bias);
            json.WriteNumber("paddingContribution", explanation.PaddingContribution);
            json.WriteString("text", explanation.Text);
            json.WriteStartArray("words");
            foreach (ExplainedWord word in explanation.Words)
                Write(json, word);
            json.WriteEndArray();
            json.WriteStartArray("windows");
            foreach (ExplainedWindow window in explanation.Windows)
                Write(json, window);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter json, ExplainedWord word)
    {
        json.WriteStartObject();
        json.WriteNumber("start", word.Start);
        json.WriteNumber("length", word.Length);
        json.WriteString("text", word.Text);
        json.WriteNumber("contribution", word.Contribution);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExplainedWindow window)
    {
        json.WriteStartObject();
        json.WriteNumber("start", window.Start);
        json.WriteNumber("length", window.Length);
        json.WriteString("text", window.Text);
        json.WriteNumber("width", window.Width);
        json.WriteNumber("filters", window.FilterCount);
        json.WriteNumber("contribution", window.Contribution);
        json.WriteEndObject();
    }
}
