using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Labeled texts with corrected labels.</summary>
internal sealed class CorrectedTexts
{
    private readonly LabeledText[] _texts;
    private readonly SortedSet<int> _changed = [];

    /// <param name="texts">The texts as they are.</param>
    /// <param name="corrections">The corrections.</param>
    /// <param name="data">The file of the texts, for errors.</param>
    /// <param name="table">The file of the corrections, for errors.</param>
    /// <exception cref="InvalidDataException">A text isn't there or has changed since, or two corrections contradict each
    /// other.</exception>
    public CorrectedTexts(IReadOnlyList<LabeledText> texts, IReadOnlyList<Correction> corrections, string data, string table)
    {
        _texts = [.. texts];
        HasSeveralLabels = texts.Any(text => text.Labels.Length != 1);
        var known = texts.SelectMany(text => text.Labels).ToHashSet(StringComparer.Ordinal);
        Dictionary<int, Correction> applied = [];
        foreach (Correction correction in corrections)
        {
            LabeledText text = Find(texts, correction, data, table);
            if (applied.TryGetValue(correction.Number, out Correction? other) && other.Corrected != correction.Corrected)
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{table}, row {correction.Row}: text {correction.Number} is corrected to '{correction.Corrected}', but to "
                    + $"'{other.Corrected}' in row {other.Row}; one correction per text was expected"));
            }

            applied[correction.Number] = correction;
            LabeledText corrected = HasSeveralLabels
                ? text with { Labels = [.. Labels(correction.Corrected).Distinct(StringComparer.Ordinal)] }
                : text with { Label = correction.Corrected };
            if (!corrected.Equals(text)) _changed.Add(correction.Number - 1);
            NewLabels.UnionWith(corrected.Labels.Where(label => !known.Contains(label)));
            _texts[correction.Number - 1] = corrected;
        }
    }

    /// <summary>The number of texts whose labels have changed.</summary>
    public int ChangedCount => _changed.Count;

    /// <summary>The texts whose labels have changed, by ascending index.</summary>
    public IEnumerable<(int Index, LabeledText Text)> Changes => _changed.Select(index => (index, _texts[index]));

    /// <summary>Whether a text has several labels or none.</summary>
    public bool HasSeveralLabels { get; }

    /// <summary>The labels that no text had before.</summary>
    public SortedSet<string> NewLabels { get; } = new(StringComparer.Ordinal);

    /// <summary>The number of texts.</summary>
    public int Count => _texts.Length;

    /// <summary>Throws if texts with several labels are to be written to a file that isn't JSON.</summary>
    /// <exception cref="ArgumentException">They are.</exception>
    public void CheckOutput(string path)
    {
        if (HasSeveralLabels && !IsJson(path))
        {
            throw new ArgumentException(
                $"--output is {path}, but the texts have several labels or none; a file that ends with .jsonl was expected");
        }
    }

    /// <summary>Writes the texts as JSON, one object per line, or else as CSV with the columns label and text.</summary>
    public void Write(string path) => OutputFile.Write(path, stream =>
    {
        using StreamWriter writer = CsvText.Writer(stream, forSpreadsheet: false);
        if (!IsJson(path)) CsvText.WriteRow(writer, "label", "text");
        foreach (LabeledText text in _texts)
        {
            if (IsJson(path)) writer.Write(Line(text) + "\n");
            else CsvText.WriteRow(writer, text.Label, text.Text);
        }
    });

    private static bool IsJson(string path) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static string[] Labels(string joined) => joined.Split(
        CorrectionTable.LabelSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static LabeledText Find(IReadOnlyList<LabeledText> texts, Correction correction, string data, string table)
    {
        if (correction.Number < 1 || correction.Number > texts.Count)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"{table}, row {correction.Row}: there is no text {correction.Number}; {data} has {texts.Count} texts. "
                + $"The corrections must come from the same data"));
        }

        LabeledText text = texts[correction.Number - 1];
        bool isSameText = CorrectionTable.IsSame(correction.Text, text.Text);
        if (isSameText && CorrectionTable.IsSame(correction.Label, CorrectionTable.Joined(text.Labels))) return text;
        string what = isSameText
            ? $"had the label '{correction.Label}', but has '{CorrectionTable.Joined(text.Labels)}' now"
            : "is another one now";
        throw new InvalidDataException(string.Create(
            CultureInfo.InvariantCulture,
            $"{table}, row {correction.Row}: text {correction.Number} of {data} {what}; the data has changed since --csv wrote the table. "
            + $"Run doctor again on the changed data"));
    }

    private static string Line(LabeledText text) => JsonDialect.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("text", text.Text);
        if (text.Labels.Length == 1)
        {
            json.WriteString("label", text.Label);
        }
        else
        {
            json.WriteStartArray("label");
            foreach (string label in text.Labels)
                json.WriteStringValue(label);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });
}
