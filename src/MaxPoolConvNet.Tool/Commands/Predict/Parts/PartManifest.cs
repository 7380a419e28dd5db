using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Tool.Report.Data;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>What decides the predictions in a folder: the program, the model, the options and the files.</summary>
internal sealed class PartManifest
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JsonResult.Encoder };

    private readonly Dictionary<string, string> _entries;

    private PartManifest(Dictionary<string, string> entries) => _entries = entries;

    /// <param name="modelHash">The SHA-256 of the model file.</param>
    /// <param name="options">The options that change the predictions.</param>
    /// <param name="partSize">The number of bytes from which a file is divided.</param>
    /// <param name="files">A line for each file.</param>
    public static PartManifest Of(string modelHash, string options, long partSize, IReadOnlyList<string> files)
    {
        var entries = new Dictionary<string, string>
        {
            ["program"] = string.Join(", ", VersionTable.Entries[..2].Select(entry => $"{entry.Name} {entry.Value}")),
            ["model"] = $"sha256:{modelHash}",
            ["options"] = options,
            ["part size"] = FormattableString.Invariant($"{partSize} bytes"),
        };
        for (int f = 0; f < files.Count; f++)
            entries[FormattableString.Invariant($"file {f + 1}")] = files[f];
        return new PartManifest(entries);
    }

    /// <summary>Reads what <see cref="ToJson"/> returns.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static PartManifest Parse(byte[] json, string name)
    {
        try
        {
            JsonObject entries = JsonNode.Parse(json)?.AsObject() ?? throw new JsonException();
            return new PartManifest(entries.ToDictionary(entry => entry.Key, entry => $"{entry.Value}"));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException(
                $"{name} isn't a list of what maxpool predict --output has written; pass another folder", problem);
        }
    }

    public byte[] ToJson() =>
        Encoding.UTF8.GetBytes(JsonResult.ObjectOf(_entries, value => JsonValue.Create(value)).ToJsonString(_indented));

    /// <summary>The first difference from another manifest, such as <c>options is --top 2 instead of none</c>; null if none.</summary>
    public string? DifferenceFrom(PartManifest other)
    {
        string? name = _entries.Keys.Union(other._entries.Keys).FirstOrDefault(key => ValueOf(key) != other.ValueOf(key));
        return name is null ? null : $"{name} is {ValueOf(name)} instead of {other.ValueOf(name)}";
    }

    private string ValueOf(string name) => _entries.TryGetValue(name, out string? value) ? value.Length == 0 ? "none" : value : "none";
}
