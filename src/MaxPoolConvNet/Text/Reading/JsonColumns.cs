using System.Text.Json;

namespace MaxPoolConvNet.Text;

/// <summary>The properties of JSON objects that contain labels and text, determined from the first object.</summary>
internal sealed class JsonColumns(TableChoice choice)
{
    /// <summary>The properties that contain labels.</summary>
    public string[] Labels { get; private set; } = [];

    /// <summary>The properties that make up the text; empty before the first object.</summary>
    public string[] Texts { get; private set; } = [];

    /// <summary>Parses an object and reads it; determines the properties from the first one.</summary>
    /// <exception cref="InvalidDataException">The object isn't valid JSON or lacks the properties.</exception>
    public T Read<T>(string json, LineReader lines, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (Texts.Length == 0) Find(document.RootElement, lines);
            return read(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // an invalid operation: a name or a value has half of a surrogate pair, which no valid text contains
            throw lines.Error(lines.Number, $"not JSON: {problem.Message}", problem);
        }
    }

    /// <summary>The text; empty if it is null.</summary>
    /// <exception cref="InvalidDataException">The text isn't a string or is missing.</exception>
    public string TextOf(JsonElement row, LineReader lines)
    {
        if (Texts.Length == 1) return OneText(row, Texts[0], lines);
        return string.Join(' ', Texts.Select(name => OneText(row, name, lines)).Where(part => part.Length > 0));
    }

    /// <summary>Gets a property by its name, ignoring case.</summary>
    public static bool TryGet(JsonElement row, string name, out JsonElement value)
    {
        if (row.TryGetProperty(name, out value)) return true;
        foreach (JsonProperty property in row.EnumerateObject())
        {
            if (!property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            value = property.Value;
            return true;
        }

        return false;
    }

    private string OneText(JsonElement row, string name, LineReader lines)
    {
        if (!TryGet(row, name, out JsonElement value))
            return Texts.Length > 1 ? "" : throw lines.Error($"no field \"{name}\" in the object; {choice.Hint}");
        if (value.ValueKind == JsonValueKind.Null) return "";
        if (value.ValueKind != JsonValueKind.String)
            throw lines.Error($"the field \"{name}\" is a JSON {value.ValueKind}; a string was expected{Cure(value)}");
        return value.GetString()!.Trim();
    }

    private static string Content(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetRawText() : "";

    private static string Cure(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? "; in pandas, to_json(orient=\"records\", lines=True) writes one object per row" : "";

    /// <summary>Says how to go on where the texts are in an array of the object.</summary>
    private static string Cure(JsonProperty[] properties)
    {
        string? array = properties.Where(property => IsOfObjects(property.Value)).Select(property => property.Name).FirstOrDefault();
        return array is null ? "" : $"; if the texts are in \"{array}\", write this array alone to a file, such as with jq .{array}";
    }

    private static bool IsOfObjects(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object;

    private void Find(JsonElement row, LineReader lines)
    {
        JsonProperty[] properties = [.. row.EnumerateObject()];
        string[] names = [.. properties.Select(property => property.Name)];
        string[] values = [.. properties.Select(property => Content(property.Value))];
        TableColumns columns = TableColumns.Find(
            names, hasHeader: true, [values], choice, message => lines.Error(message + Cure(properties)), "object's fields");
        Texts = [.. columns.Texts.Select(at => names[at])];
        Labels = [.. columns.Labels.Select(at => names[at])];
    }
}
