using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>How many training texts had each label. Immutable and thread-safe.</summary>
/// <param name="textCount">The number of training texts; at least 1.</param>
/// <param name="counts">The number of texts with each label, in the order of the classes.</param>
internal sealed class TrainingLabelCounts(long textCount, ImmutableArray<long> counts)
{
    public long TextCount { get; } = textCount;

    public ImmutableArray<long> Counts { get; } = counts;

    /// <summary>Adds the counts to a model.</summary>
    /// <param name="model">The trained model.</param>
    /// <param name="texts">The texts that it was trained on; at least one.</param>
    /// <param name="given">The model that training continued from, whose texts count too; null for none. If it has no counts, neither has
    /// the result.</param>
    public static TrainedModel Add(TrainedModel model, IReadOnlyList<LabeledText> texts, TrainedModel? given)
    {
        if (given is { LabelCounts: null }) return model with { LabelCounts = null };
        long[] counts = new long[model.Labels.Labels.Length];
        if (given?.LabelCounts is { } earlier)
        {
            foreach ((string label, long count) in given.Labels.Labels.Zip(earlier.Counts))
                counts[model.Labels.Find(label)!.Value] += count;
        }

        foreach (string label in texts.SelectMany(text => text.Labels))
            counts[model.Labels.Find(label)!.Value]++;
        return model with { LabelCounts = new TrainingLabelCounts(texts.Count + (given?.LabelCounts?.TextCount ?? 0), [.. counts]) };
    }
}
