using System.Text;
using System.Text.Json;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Finds the labels of JSON objects, one per line or all in one array.</summary>
internal static class JsonPlaces
{
    /// <summary>Finds the label of each text; null if the objects aren't those that the texts were read from.</summary>
    public static LabelPlace[]? Find(string content, TextFileForm form, IReadOnlyList<LabeledText> texts)
    {
        var dialect = new JsonDialect();
        var places = new LabelPlace[texts.Count];
        int found = 0;
        foreach (Range range in Objects(content))
        {
            byte[] json = Encoding.UTF8.GetBytes(content[range]);
            using var parsed = JsonDocument.Parse(json);
            IEnumerable<string> parts = form.TextColumns.Select(name => TextOf(parsed.RootElement, name));
            string text = string.Join(' ', parts.Where(part => part.Length > 0));
            if (text.Length == 0) continue; // left out of the texts
            if (found == texts.Count || texts[found].Text != text || ValueOf(json, form.LabelColumns[0]) is not { } value) return null;
            int begin = range.Start.Value + Encoding.UTF8.GetCharCount(json.AsSpan(0, value.Start.Value));
            places[found++] = new LabelPlace(begin, Encoding.UTF8.GetCharCount(json.AsSpan(value)), dialect);
        }

        return found == texts.Count ? places : null;
    }

    private static IEnumerable<Range> Objects(string content)
    {
        (int depth, int begin, bool isInString) = (0, 0, false);
        for (int at = 0; at < content.Length; at++)
        {
            char letter = content[at];
            if (isInString && letter == '\\') at++;
            else if (letter == '"') isInString = !isInString;
            else if (!isInString && letter == '{' && depth++ == 0) begin = at;
            else if (!isInString && letter == '}' && --depth == 0) yield return begin..(at + 1);
        }
    }

    private static string TextOf(JsonElement row, string name)
    {
        JsonElement value = row.TryGetProperty(name, out JsonElement exact) ? exact
            : row.EnumerateObject().FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
    }

    /// <summary>Where an object has the value of a property: of that name or, without one, of the name in other case.</summary>
    private static Range? ValueOf(byte[] json, string name)
    {
        (Range? exact, Range? other) = (null, null);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string property = reader.GetString()!;
            reader.Read();
            int begin = (int)reader.TokenStartIndex;
            reader.Skip();
            Range value = begin..(int)reader.BytesConsumed;
            if (property == name) exact = value;
            else if (property.Equals(name, StringComparison.OrdinalIgnoreCase)) other ??= value;
        }

        return exact ?? other;
    }
}
