using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>Converts settings in JSON to names and values.</summary>
internal static class SettingsTable
{
    /// <param name="settings">The settings; nested objects become names such as "embedding.dimension". Null gives an empty table.</param>
    public static ImmutableArray<(string Name, string Value)> Of(JsonObject? settings) =>
        settings is null ? [] : [.. Entries("", settings)];

    private static IEnumerable<(string Name, string Value)> Entries(string prefix, JsonObject settings)
    {
        foreach ((string name, JsonNode? value) in settings)
        {
            if (value is JsonObject { Count: > 0 } inner)
            {
                foreach ((string, string) entry in Entries($"{prefix}{name}.", inner))
                    yield return entry;
            }
            else
            {
                yield return (prefix + name, ToText(value));
            }
        }
    }

    private static string ToText(JsonNode? value) => value switch
    {
        null or JsonObject => "none",
        JsonArray entries => string.Join(", ", entries.Select(ToText)),
        _ => value.ToString(),
    };
}
