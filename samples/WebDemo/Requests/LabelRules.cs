using System.Globalization;
using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The labels that a text may get, and what is wrong with others.</summary>
internal sealed class LabelRules(
    StartingTexts starting, CorrectionStore store, ITextClassifierService service, IOptions<LimitOptions> options)
{
    private const int MostNamed = 10;

    private readonly LimitOptions _limits = options.Value;

    /// <summary>The labels of the starting texts, then those of corrections and of the model, each in ordinal order.</summary>
    public IReadOnlyList<string> Labels
    {
        get
        {
            IEnumerable<string> added = store.Current.All.Select(one => one.Label).Concat(service.Current.Classifier.Labels);
            return [.. starting.Labels, .. added.Except(starting.Labels).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>What is wrong with a label; null if nothing is.</summary>
    /// <param name="label">The label.</param>
    /// <param name="mayBeNew">Whether it may be one that no text has yet.</param>
    public string? Objection(string? label, bool mayBeNew)
    {
        IReadOnlyList<string> known = Labels;
        string trimmed = label?.Trim() ?? "";
        if (known.Contains(trimmed)) return null;
        if (!mayBeNew)
        {
            string named = string.Join(", ", known.Take(MostNamed).Select(one => $"'{one}'"));
            string others = known.Count > MostNamed ? $" or {Number(known.Count - MostNamed)} others" : "";
            return $"\"label\" is '{Shown(label)}'; one of {named}{others} was expected. For a new label, send \"isNewLabel\": true.";
        }

        return ObjectionToNew(trimmed, known);
    }

    private string? ObjectionToNew(string label, IReadOnlyList<string> known)
    {
        if (label.Length == 0) return "\"label\" has no characters but white space; a label was expected.";
        if (label.Length > _limits.LabelCharacters)
            return $"\"label\" has {Number(label.Length)} characters; at most {Number(_limits.LabelCharacters)} were expected. Shorten it.";
        if (label.Any(char.IsControl))
            return "\"label\" has a line break, a tab or another control character; a label of one line was expected.";
        if (known.FirstOrDefault(one => one.Equals(label, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            return $"\"label\" is '{label}', and there is '{same}', which differs only in case. Choose '{same}', or a label that differs "
                + "in more.";
        }

        return known.Count - starting.Labels.Count < _limits.NewLabels ? null
            : $"\"label\" is '{label}'; corrections have added {Number(_limits.NewLabels)} labels, the most that Limits:NewLabels allows. "
            + "Choose one of them, or delete the corrections of one.";
    }

    private string Shown(string? label) =>
        label is null || label.Length <= _limits.LabelCharacters ? label ?? "" : $"{label[.._limits.LabelCharacters]}…";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
