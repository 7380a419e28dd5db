using System.Collections.Immutable;
using System.Text.Json;

namespace MaxPoolConvNet.Text;

/// <summary>Parses JSON objects with labels and a text.</summary>
internal sealed class JsonParser(TableChoice choice) : ILabeledTextParser
{
    private readonly LabelPool _labels = new();
    private readonly LabelFields _separated = new(choice.LabelSeparator);
    private readonly JsonObjects _objects = new();
    private readonly JsonColumns _columns = new(choice);
    private readonly List<string> _ended = [];

    public bool IsWithinText => _objects.IsOpen;

    public TextFileForm FormIn(string encoding) =>
        new(LabeledTextFormat.Json, encoding) { LabelColumns = _columns.Labels, TextColumns = _columns.Texts };

    public void Parse(LineReader lines, ParsedTexts texts)
    {
        _ended.Clear();
        _objects.Add(lines, _ended);
        foreach (string json in _ended)
            texts.Add(_columns.Read(json, lines, row => TextOf(row, lines)));
    }

    public void End(LineReader lines) => _objects.CheckClosed(lines);

    private LabeledText TextOf(JsonElement row, LineReader lines)
    {
        string text = _columns.TextOf(row, lines);
        return new LabeledText(LabelsOf(row, lines), text);
    }

    private ImmutableArray<string> LabelsOf(JsonElement row, LineReader lines)
    {
        if (_columns.Labels.Length > 1)
            return [.. _columns.Labels.Where(name => Applies(row, name, lines)).Select(name => _labels.Get(name))];
        string column = _columns.Labels[0];
        if (!JsonColumns.TryGet(row, column, out JsonElement value)) throw lines.Error($"no field \"{column}\" in the object");
        if (value.ValueKind == JsonValueKind.Array)
            return [.. value.EnumerateArray().Select(one => LabelOf(one, column, lines)).Distinct()];
        if (choice.LabelSeparator is not null && value.ValueKind is JsonValueKind.String or JsonValueKind.Null)
        {
            return _separated.Of(value.GetString());
        }

        return [LabelOf(value, column, lines)];
    }

    private string LabelOf(JsonElement value, string column, LineReader lines)
    {
        string? label = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => throw lines.Error($"the label \"{column}\" is a JSON {value.ValueKind}; a string or a number was expected"),
        };
        return label.Length > 0 ? _labels.Get(label) : throw lines.Error($"the label \"{column}\" is blank");
    }

    private static bool Applies(JsonElement row, string name, LineReader lines)
    {
        if (!JsonColumns.TryGet(row, name, out JsonElement value)) return false;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            JsonValueKind.Number when value.GetDouble() is 0 or 1 => value.GetDouble() == 1,
            _ => throw lines.Error($"the label \"{name}\" is {value.GetRawText()}; 0, 1, true or false was expected"),
        };
    }
}
