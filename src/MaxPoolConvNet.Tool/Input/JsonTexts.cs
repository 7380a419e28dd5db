using System.Text.Json;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Input;

/// <summary>The texts of JSON lines: an object a line.</summary>
internal static class JsonTexts
{
    public static IEnumerable<string> Read(LineReader lines, string field)
    {
        while (lines.Read())
        {
            if (!lines.Line.IsWhiteSpace()) yield return TextOf(lines, field);
        }
    }

    private static string TextOf(LineReader lines, string field)
    {
        try
        {
            using JsonDocument line = JsonDocument.Parse(lines.Line.ToString());
            if (line.RootElement.ValueKind != JsonValueKind.Object)
                throw lines.Error($"a JSON {line.RootElement.ValueKind}; an object with the field \"{field}\" was expected");
            if (!line.RootElement.TryGetProperty(field, out JsonElement value))
                throw lines.Error($"no field \"{field}\" in the object; --text-field names another");
            return value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : throw lines.Error($"the field \"{field}\" is a JSON {value.ValueKind}; a string was expected");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // half of a surrogate pair, which no text has, is an InvalidOperationException
            throw lines.Error(lines.Number, $"not JSON: {problem.Message}", problem);
        }
    }
}
