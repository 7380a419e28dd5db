using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>Training options as JSON: what a model was trained with.</summary>
internal static class TrainingSettings
{
    public static JsonObject Of(TrainingOptions options) => new()
    {
        ["widths"] = JsonResult.ArrayOf(options.Network.Widths),
        ["filters"] = Filters(options.Network.FiltersPerWidth),
        ["embedding"] = options.Network.Embedding is { } embedding ? Embedding(embedding) : null,
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
        ["classWeights"] = new JsonObject([.. options.ClassWeights.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))]),
        ["earlyStopping"] = options.EarlyStopping?.Patience,
        ["labelsPerText"] = options.LabelsPerText.ToString(),
        ["tokenizer"] = options.Tokenizer.GetType().Name,
        ["seed"] = options.Seed,
    };

    /// <summary>A number, where there are as many filters of each width.</summary>
    private static JsonNode Filters(ImmutableArray<int> ofWidths) =>
        ofWidths.Distinct().Count() <= 1 ? ofWidths.FirstOrDefault() : JsonResult.ArrayOf(ofWidths, filters => (JsonNode)filters);

    private static JsonObject Embedding(EmbeddingOptions embedding) => new()
    {
        ["kind"] = embedding.Kind.ToString(),
        ["dimension"] = embedding.Vectors?.Dimension ?? embedding.Dimension,
        ["vectorsGiven"] = embedding.Vectors is not null,
        ["widths"] = JsonResult.ArrayOf(embedding.Widths),
        ["filters"] = Filters(embedding.FiltersPerWidth),
    };
}
