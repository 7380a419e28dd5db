using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MaxPoolConvNet.Storage;

/// <summary>The fields of a JSON object in a file's metadata. Each must exist and have the right type.</summary>
/// <param name="json">The object.</param>
/// <param name="what">The object's name in errors.</param>
internal sealed class JsonFields(JsonObject json, string what)
{
    /// <exception cref="InvalidDataException">The text isn't a JSON object.</exception>
    public static JsonFields Parse(string json, string what)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject parsed
                ? new JsonFields(parsed, what)
                : throw new InvalidDataException($"'{what}' isn't a JSON object");
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"'{what}' isn't a JSON object: {problem.Message}", problem);
        }
    }

    /// <summary>Returns whether a field exists that earlier versions didn't write.</summary>
    public bool Has(string name) => Field(name) is not null;

    public string String(string name) => Value<string>(name);

    public int Integer(string name) => Value<int>(name);

    public long LongInteger(string name) => Value<long>(name);

    /// <summary>Returns a finite number.</summary>
    public double Number(string name) => Value<double>(name) is var number && double.IsFinite(number) ? number : throw Wrong(name);

    public bool Boolean(string name) => Value<bool>(name);

    public T Enumeration<T>(string name)
        where T : struct, Enum => EnumNames.Parse<T>(String(name), $"'{what}' has the {name}");

    public IEnumerable<JsonFields> Objects(string name) => Field(name) is JsonArray array
        ? array.Select(one => new JsonFields(one as JsonObject ?? throw Wrong(name), what))
        : throw Wrong(name);

    /// <summary>Returns a list of strings or numbers.</summary>
    public ImmutableArray<T> List<T>(string name) => Field(name) is JsonArray array
        ? [.. array.Select(one => one is JsonValue value && value.TryGetValue(out T? found) ? found : throw Wrong(name))]
        : throw Wrong(name);

    private T Value<T>(string name) =>
        Read(name, node => node is JsonValue value && value.TryGetValue(out T? found) ? found : throw Wrong(name));

    private JsonNode? Field(string name) => Read(name, node => node);

    private T Read<T>(string name, Func<JsonNode?, T> read)
    {
        try
        {
            return read(json[name]);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            // fields and strings are parsed on first use: a field occurs twice, or an escape is a lone surrogate
            throw new InvalidDataException($"'{what}' isn't a JSON object: {problem.Message}", problem);
        }
    }

    private InvalidDataException Wrong(string name) => new($"'{what}' has no valid field '{name}'");
}
