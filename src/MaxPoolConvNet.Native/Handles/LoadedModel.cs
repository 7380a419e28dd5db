using System.Collections.Immutable;

namespace MaxPoolConvNet.Native;

/// <summary>A classifier and what exported functions need beside it. Thread-safe.</summary>
internal sealed class LoadedModel
{
    private readonly Dictionary<string, int> _numbers;
    private LabelScores? _scores;

    public LoadedModel(TextClassifier classifier)
    {
        Classifier = classifier;
        _numbers = classifier.Labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
    }

    /// <summary>The classifier.</summary>
    public TextClassifier Classifier { get; }

    /// <summary>The labels, whose indices are their numbers.</summary>
    public ImmutableArray<string> Labels => Classifier.Labels;

    /// <summary>The number of a label.</summary>
    public int NumberOf(string label) => _numbers[label];

    /// <summary>The name of a label.</summary>
    /// <exception cref="StatusException">There is no such label.</exception>
    public string NameOf(int label) => (uint)label < (uint)Labels.Length
        ? Labels[label]
        : throw Arguments.Invalid($"label is {label}; the model has {Labels.Length} labels, numbered from 0");

    /// <summary>Borrows scores, which one call after the other reuses.</summary>
    public LabelScores BorrowScores() => Interlocked.Exchange(ref _scores, null) ?? new LabelScores(Classifier);

    /// <summary>Gives borrowed scores back.</summary>
    public void Return(LabelScores scores) => Volatile.Write(ref _scores, scores);
}
