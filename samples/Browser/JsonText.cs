using System.Text;
using System.Text.Json;

namespace MaxPoolConvNet.Samples.Browser;

/// <summary>The messages to the page: JSON, written without reflection, which trimming would break.</summary>
internal static class JsonText
{
    /// <summary>Writes one object.</summary>
    public static string Of(Action<Utf8JsonWriter> properties)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
