using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>How many training texts had each label. Immutable and thread-safe.</summary>
/// <param name="TextCount">The number of training texts; at least 1.</param>
/// <param name="Counts">The number of texts with each label, in the order of the classes.</param>
internal sealed record TrainingLabelCounts(long TextCount, ImmutableArray<long> Counts)
{
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

        foreach (LabeledText text in texts)
        {
            for (int l = 0; l < text.Labels.Length; l++)
            {
                if (!text.Labels.AsSpan()[..l].Contains(text.Labels[l])) counts[model.Labels.Find(text.Labels[l])!.Value]++;
            }
        }

        return model with { LabelCounts = new TrainingLabelCounts(texts.Count + (given?.LabelCounts?.TextCount ?? 0), [.. counts]) };
    }
}
