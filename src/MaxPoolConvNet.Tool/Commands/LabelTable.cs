using System.Globalization;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>How many texts have which label.</summary>
internal sealed class LabelTable
{
    private const int MostShown = 12;

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public LabelTable(IEnumerable<LabeledText> texts)
    {
        foreach (string label in texts.SelectMany(text => text.Labels))
            _counts[label] = _counts.GetValueOrDefault(label) + 1;
    }

    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>A file to test on may have no label that the texts to learn from lack: told before the work, not after it.</summary>
    public void CheckKnown(IReadOnlyCollection<string> known, string name, IReadOnlyList<LabeledText> texts)
    {
        string? unknown = _counts.Keys.FirstOrDefault(label => !known.Contains(label));
        if (unknown is null) return;
        int first = texts.TakeWhile(text => !text.Labels.Contains(unknown)).Count() + 1;
        throw new InvalidDataException(
            FormattableString.Invariant($"{name}, text {first}: the label '{unknown}', which wasn't learned; {string.Join(", ", known.Take(10).Select(label => $"'{label}'"))}{(known.Count > 10 ? ", …" : "")} were"));
    }

    /// <summary>The number of each label.</summary>
    public JsonObject ToJson() => new([.. _counts.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))]);

    /// <summary>Such as "neg 12, pos 9", the most frequent first where there are too many to show.</summary>
    public override string ToString()
    {
        IEnumerable<KeyValuePair<string, int>> shown = _counts.Count <= MostShown ? _counts : _counts.OrderByDescending(one => one.Value).Take(MostShown);
        string labels = string.Join(", ", shown.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}")));
        return _counts.Count <= MostShown ? labels : $"{labels} and {_counts.Count - MostShown} labels more";
    }
}
