using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Which labels of a text are asked for: the most probable one where nothing is said.</summary>
internal sealed record PredictionOptions
{
    /// <summary>This many labels, the most probable first; null for any number.</summary>
    public int? Top { get; init; }

    /// <summary>Labels of at least this probability; null for any.</summary>
    public double? Threshold { get; init; }

    /// <summary>Whether a text is given a list of labels.</summary>
    public bool Several => Top is not null || Threshold is not null;

    public ImmutableArray<LabelProbability> LabelsOf(TextClassifier classifier, string text)
    {
        if (Threshold is not { } threshold) return classifier.Score(text).Top(Top!.Value);
        ImmutableArray<LabelProbability> labels = classifier.Score(text).Above(threshold);
        return Top is { } top && top < labels.Length ? labels[..top] : labels;
    }
}
