using System.Text.Json;

namespace MaxPoolConvNet.Text;

/// <summary>The properties of JSON objects that hold labels and text, as the first object has them.</summary>
internal sealed class JsonColumns(TableChoice choice)
{
    /// <summary>The properties of labels.</summary>
    public string[] Labels { get; private set; } = [];

    /// <summary>The properties that make up the text; empty before the first object.</summary>
    public string[] Texts { get; private set; } = [];

    /// <summary>Parses an object and, the first time, finds the properties.</summary>
    /// <exception cref="InvalidDataException">It isn't JSON, or lacks the properties.</exception>
    public JsonDocument Parse(string json, LineReader lines)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException problem)
        {
            throw lines.Error(lines.Number, $"not JSON: {problem.Message}", problem);
        }

        if (Texts.Length == 0) Find(document.RootElement, lines);
        return document;
    }

    /// <summary>The text; empty where it is null.</summary>
    /// <exception cref="InvalidDataException">It is no string, or absent.</exception>
    public string TextOf(JsonElement row, LineReader lines)
    {
        if (Texts.Length == 1) return OneText(row, Texts[0], lines);
        return string.Join(' ', Texts.Select(name => OneText(row, name, lines)).Where(part => part.Length > 0));
    }

    /// <summary>A property, whether its name's letters are upper or lower case.</summary>
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
        try
        {
            return value.GetString()!.Trim();
        }
        catch (InvalidOperationException half)
        {
            // half of a surrogate pair, which no text has
            throw lines.Error(lines.Number, $"not JSON: {half.Message}", half);
        }
    }

    private static string Cure(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? "; pandas writes an object a row by to_json(orient=\"records\", lines=True)" : "";

    private void Find(JsonElement row, LineReader lines)
    {
        JsonProperty[] properties = [.. row.EnumerateObject()];
        string[] names = [.. properties.Select(property => property.Name)];
        string[] values = [.. properties.Select(property => property.Value.ValueKind == JsonValueKind.String ? property.Value.GetRawText() : "")];
        TableColumns columns = TableColumns.Find(names, hasHeader: true, [values], choice with { Place = "object's fields" }, lines.Error);
        Texts = [.. columns.Texts.Select(at => names[at])];
        Labels = [.. columns.Labels.Select(at => names[at])];
    }
}
