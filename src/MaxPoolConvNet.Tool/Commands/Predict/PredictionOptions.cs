using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The labels to print for a text: by default the most probable one.</summary>
internal sealed record PredictionOptions
{
    /// <summary>The most labels to print; null for any number.</summary>
    public int? Top { get; init; }

    /// <summary>The least probability of a label to print; null for any.</summary>
    public double? Threshold { get; init; }

    /// <summary>The threshold from which labels are accepted; null to print labels of any error.</summary>
    public ErrorThreshold? Accepting { get; init; }

    /// <summary>Whether a list of labels is printed.</summary>
    public bool Several => Top is not null || Threshold is not null;

    public ImmutableArray<LabelProbability> LabelsOf(TextClassifier classifier, string text)
    {
        if (Threshold is not { } threshold) return classifier.Score(text).Top(Top!.Value);
        ImmutableArray<LabelProbability> labels = classifier.Score(text).Above(threshold);
        if (Accepting is { } accepting) return [.. labels.Where(accepting.Accepts)];
        return Top is { } top && top < labels.Length ? labels[..top] : labels;
    }

    /// <summary>Whether a text gets a label; always, unless an error threshold is set.</summary>
    /// <param name="prediction">The text's most probable label.</param>
    /// <param name="labels">The labels to print, if a list is printed.</param>
    public bool Accepts(Prediction prediction, ImmutableArray<LabelProbability> labels) =>
        Accepting is null || (Several ? !labels.IsEmpty : Accepting.Accepts(prediction));
}
