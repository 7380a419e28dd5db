using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>Writes a command's result as one JSON object to standard output.</summary>
internal static class JsonResult
{
    /// <summary>An encoder that leaves letters of all scripts unescaped. Not safe inside HTML.</summary>
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, NewLine = "\n", Encoder = Encoder };

    public static void Write(ToolConsole console, JsonObject result) => console.Out.WriteLine(result.ToJsonString(_indented));

    public static JsonArray ArrayOf<T>(IEnumerable<T> values, Func<T, JsonNode?> toNode) => new([.. values.Select(toNode)]);

    public static JsonObject ObjectOf(IEnumerable<KeyValuePair<string, int>> fields) => ObjectOf(fields, value => (JsonNode)value);

    public static JsonObject ObjectOf<T>(IEnumerable<KeyValuePair<string, T>> fields, Func<T, JsonNode?> toNode) =>
        new([.. fields.Select(field => KeyValuePair.Create(field.Key, toNode(field.Value)))]);

    public static JsonArray ArrayOf(IEnumerable<int> values) => ArrayOf(values, value => (JsonNode)value);

    public static JsonArray ArrayOf(IEnumerable<string> values) => ArrayOf(values, value => (JsonNode)value);
}
