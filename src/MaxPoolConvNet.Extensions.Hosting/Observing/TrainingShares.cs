using System.Diagnostics.Metrics;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>The fraction of the training texts of each label, of the classifiers in use. Thread-safe.</summary>
internal sealed class TrainingShares
{
    private readonly Lock _adding = new();
    private (KeyValuePair<string, object?> Tag, ITextClassifierService Classifier)[] _all = [];

    /// <summary>Adds a classifier, which needn't be loaded yet.</summary>
    public void Add(string key, ITextClassifierService classifier)
    {
        lock (_adding) _all = [.. _all, (new(TextClassifierMetrics.ClassifierTag, ClassifierName.Tag(key)), classifier)];
    }

    /// <summary>Measures all labels of the classifiers that are loaded and whose files have the counts.</summary>
    public IEnumerable<Measurement<double>> Measure() => _all.SelectMany(one => Measure(one.Tag, one.Classifier.Status.Current?.Classifier));

    private static IEnumerable<Measurement<double>> Measure(KeyValuePair<string, object?> tag, TextClassifier? classifier)
    {
        foreach (string label in classifier?.Labels ?? [])
        {
            if (classifier!.TrainingShareOf(label) is { } share)
                yield return new Measurement<double>(share, tag, new(TextClassifierMetrics.LabelTag, label));
        }
    }
}
