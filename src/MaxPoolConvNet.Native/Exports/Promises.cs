using System.Collections.Immutable;
using System.Globalization;

namespace MaxPoolConvNet.Native;

/// <summary>What a model promises for an error rate.</summary>
internal static class Promises
{
    /// <summary>The threshold of an error rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It isn't one of the rates.</exception>
    /// <exception cref="StatusException">The model can't promise it.</exception>
    public static ErrorThreshold At(TextClassifier classifier, double maxError)
    {
        if (classifier.Acceptance is not { } table)
        {
            throw NotPromised(
                "the model has no promised error rates; train it with them (maxpool train --acceptance, or TrainingOptions.Acceptance)");
        }

        if (classifier.AcceptAt(maxError) is { } threshold) return threshold;
        string others = table.Thresholds.IsEmpty
            ? "nor any other; train it on more texts"
            : string.Create(CultureInfo.InvariantCulture, $"the smallest that it can is {table.Thresholds[0].MaximumErrorRate}");
        throw NotPromised(string.Create(CultureInfo.InvariantCulture, $"the model can't promise the error rate {maxError}; {others}"));
    }

    /// <summary>The accepted labels of a text, the most probable first.</summary>
    public static ImmutableArray<LabelProbability> Accepted(LabelScores scores, ErrorThreshold threshold)
    {
        ImmutableArray<LabelProbability> candidates =
            threshold.LabelThresholds is { } thresholds ? scores.Above(thresholds, 1) : [scores.Best];
        return [.. candidates.Where(threshold.Accepts)];
    }

    private static StatusException NotPromised(string message) => new(Status.NotPromised, message);
}
