using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Counts the texts of each label.</summary>
internal sealed class LabelTable
{
    private const int MostShown = 12;

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public LabelTable(IEnumerable<LabeledText> texts)
    {
        foreach (string label in texts.SelectMany(text => text.Labels))
            _counts[label] = _counts.GetValueOrDefault(label) + 1;
    }

    /// <summary>The number of texts of each label, in ordinal order.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Throws if the texts have a label that the classifier was not trained on.</summary>
    /// <param name="known">The labels of the classifier.</param>
    /// <param name="name">The file's name in the error.</param>
    /// <param name="texts">The texts of the file, which this table counts.</param>
    /// <exception cref="InvalidDataException">A text has an unknown label.</exception>
    public void CheckKnown(IReadOnlyCollection<string> known, string name, IReadOnlyList<LabeledText> texts)
    {
        string? unknown = _counts.Keys.FirstOrDefault(label => !known.Contains(label));
        if (unknown is null) return;
        int first = texts.TakeWhile(text => !text.Labels.Contains(unknown)).Count() + 1;
        string learned = string.Join(", ", known.Take(10).Select(label => $"'{label}'")) + (known.Count > 10 ? ", …" : "");
        throw new InvalidDataException(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}, text {first}: the label '{unknown}' is unknown to the classifier; its labels are {learned}"));
    }

    /// <summary>The counts, such as "neg 12, pos 9"; of many labels, the most frequent.</summary>
    public override string ToString()
    {
        IEnumerable<KeyValuePair<string, int>> shown =
            _counts.Count <= MostShown ? _counts : _counts.OrderByDescending(one => one.Value).Take(MostShown);
        string labels = string.Join(", ", shown.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}")));
        return _counts.Count <= MostShown ? labels : $"{labels} and {_counts.Count - MostShown} more labels";
    }
}
