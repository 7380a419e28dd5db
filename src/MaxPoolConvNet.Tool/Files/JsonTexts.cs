using System.Text.Json;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The texts of JSON lines: an object a line.</summary>
/// <param name="lines">The lines.</param>
/// <param name="field">The property of the text; null for "text".</param>
internal sealed class JsonTexts(LineReader lines, string? field)
{
    private readonly string _field = field ?? "text";

    /// <summary>The text of the current line.</summary>
    public string Current
    {
        get
        {
            try
            {
                using JsonDocument line = JsonDocument.Parse(lines.Line.ToString());
                if (line.RootElement.ValueKind != JsonValueKind.Object)
                    throw lines.Error($"a JSON {line.RootElement.ValueKind}; an object with the field \"{_field}\" was expected");
                if (!line.RootElement.TryGetProperty(_field, out JsonElement value))
                    throw lines.Error($"no field \"{_field}\" in the object; --text-field names another");
                return value.ValueKind == JsonValueKind.String
                    ? value.GetString()!
                    : throw lines.Error($"the field \"{_field}\" is a JSON {value.ValueKind}; a string was expected");
            }
            catch (Exception problem) when (problem is JsonException or InvalidOperationException)
            {
                // half of a surrogate pair, which no text has, is an InvalidOperationException
                throw lines.Error(lines.Number, $"not JSON: {problem.Message}", problem);
            }
        }
    }

    /// <summary>The texts of all further lines but blank ones.</summary>
    public IEnumerable<string> Read()
    {
        while (lines.Read())
        {
            if (!lines.Line.IsWhiteSpace()) yield return Current;
        }
    }

    /// <summary>Whether a line is a JSON object.</summary>
    public static bool IsObject(ReadOnlySpan<char> line)
    {
        if (!line.TrimStart().StartsWith('{')) return false;
        try
        {
            using JsonDocument json = JsonDocument.Parse(line.ToString());
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
