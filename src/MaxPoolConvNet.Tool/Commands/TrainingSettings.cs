using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Converts training options to JSON.</summary>
internal static class TrainingSettings
{
    public static JsonObject ToJson(TrainingOptions options) => new()
    {
        ["widths"] = Widths(options.Network.Resolve().Filters!),
        ["filters"] = Counts(options.Network.Resolve().Filters!),
        ["embedding"] = options.Network.Resolve().Embedding is { } embedding ? ToJson(embedding) : null,
        ["activation"] = options.Network.Activation.ToString(),
        ["initialDeviation"] = options.Network.InitialDeviation,
        ["optimizer"] = options.Optimizer.GetType().Name,
        ["learningRate"] = options.Optimizer.LearningRate,
        ["finalRate"] = options.FinalLearningRateFactor,
        ["epochs"] = options.Epochs,
        ["batchSize"] = options.BatchSize,
        ["dropout"] = options.Dropout,
        ["weightDecay"] = options.WeightDecay,
        ["networks"] = options.Networks,
        ["minimumCount"] = options.Vocabulary.MinimumCount,
        ["classWeights"] = JsonResult.ObjectOf(
            options.ClassWeights.OrderBy(one => one.Key, StringComparer.Ordinal), weight => (JsonNode)weight),
        ["earlyStopping"] = options.EarlyStopping?.Patience,
        ["calibration"] = options.Calibration.ToString(),
        ["acceptance"] = options.Acceptance,
        ["rememberTexts"] = options.RememberTexts,
        ["labelsPerText"] = options.LabelsPerText.ToString(),
        ["tokenizer"] = options.Tokenizer.GetType().Name,
        ["seed"] = options.Seed,
    };

    /// <summary>One number if all widths have equally many filters, else an array.</summary>
    private static JsonNode Counts(IReadOnlyList<FilterGroup> groups) => groups.DistinctBy(group => group.Count).Count() <= 1
        ? (groups is [var first, ..] ? first.Count : 0)
        : JsonResult.ArrayOf(groups.Select(group => group.Count));

    private static JsonArray Widths(IReadOnlyList<FilterGroup> groups) => JsonResult.ArrayOf(groups.Select(group => group.Width));

    private static JsonObject ToJson(EmbeddingOptions embedding) => new()
    {
        ["kind"] = embedding.Kind.ToString(),
        ["dimension"] = embedding.Vectors?.Dimension ?? embedding.Dimension,
        ["vectorsGiven"] = embedding.Vectors is not null,
        ["widths"] = Widths(embedding.Filters!),
        ["filters"] = Counts(embedding.Filters!),
    };
}
