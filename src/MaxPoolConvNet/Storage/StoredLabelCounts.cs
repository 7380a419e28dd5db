using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Storage;

/// <summary>How many training texts had each label, as JSON in the metadata; files of earlier versions don't say it.</summary>
internal static class StoredLabelCounts
{
    private const string Texts = "texts";
    private const string Counts = "counts";

    public static string ToJson(TrainingLabelCounts counts) => new JsonObject
    {
        [Texts] = counts.TextCount,
        [Counts] = new JsonArray([.. counts.Counts.Select(count => JsonValue.Create(count))]),
    }.ToJsonString();

    /// <returns>The counts; null if the file has none.</returns>
    /// <exception cref="InvalidDataException">They aren't valid, or not of these labels.</exception>
    public static TrainingLabelCounts? Parse(ImmutableSortedDictionary<string, string> metadata, LabelSet labels)
    {
        if (!metadata.TryGetValue(ModelMetadata.LabelCounts, out string? json)) return null;
        JsonFields fields = JsonFields.Parse(json, ModelMetadata.LabelCounts);
        long texts = fields.LongInteger(Texts);
        ImmutableArray<long> counts = fields.List<long>(Counts);
        if (texts < 1) throw Wrong($"has {texts} {Texts}; at least 1 was expected");
        if (counts.Length != labels.Labels.Length)
            throw Wrong($"has {counts.Length} {Counts}; {labels.Labels.Length} were expected, one per label");
        long rest = texts;
        for (int label = 0; label < counts.Length; label++)
        {
            long most = labels.SeveralPerText ? texts : rest;
            if (counts[label] < 0 || counts[label] > most)
                throw Wrong($"has {counts[label]} texts of label {label}; a number from 0 to {most} was expected");
            rest -= counts[label];
        }

        return labels.SeveralPerText || rest == 0
            ? new TrainingLabelCounts(texts, counts)
            : throw Wrong($"has {texts} {Texts}, but {texts - rest} with a label; all were expected to have one");
    }

    private static InvalidDataException Wrong(FormattableString problem) =>
        new($"'{ModelMetadata.LabelCounts}' {FormattableString.Invariant(problem)}");
}
