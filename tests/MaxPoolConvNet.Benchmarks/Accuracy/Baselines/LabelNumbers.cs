using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>The labels of texts, numbered from 0 in ordinal order.</summary>
internal sealed class LabelNumbers
{
    private readonly string[] _labels;

    public LabelNumbers(IReadOnlyList<LabeledText> texts) =>
        _labels = [.. texts.Select(text => text.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public int Count => _labels.Length;

    public string this[int number] => _labels[number];

    public int NumberOf(string label) => Array.BinarySearch(_labels, label, StringComparer.Ordinal);
}
