using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Samples.Sentiment;

/// <summary>The figures of a run, for other programs.</summary>
internal sealed record Figures(double Accuracy, double? AccuracyStandardDeviation, TimeSpan TrainingTime, double WordsPerSecond)
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    public void Write(string path, TrainingOptions options)
    {
        var json = new JsonObject
        {
            ["accuracy"] = Accuracy,
            ["accuracyStandardDeviation"] = AccuracyStandardDeviation,
            ["trainingSeconds"] = TrainingTime.TotalSeconds,
            ["wordsPerSecond"] = WordsPerSecond,
            ["peakMemoryBytes"] = Process.GetCurrentProcess().PeakWorkingSet64,
            ["settings"] = new JsonObject
            {
                ["filters"] = Groups(options.Network.Filters),
                ["embedding"] = options.Network.Embedding is { } embedding
                    ? new JsonObject
                    {
                        ["kind"] = embedding.Kind.ToString(),
                        ["dimension"] = embedding.Vectors?.Dimension ?? embedding.Dimension,
                        ["vectorsGiven"] = embedding.Vectors is not null,
                        ["filters"] = Groups(embedding.Filters),
                    }
                    : null,
                ["activation"] = options.Network.Activation.ToString(),
                ["padding"] = options.Network.Padding.ToString(),
                ["biases"] = options.Network.Biases,
                ["optimizer"] = options.Optimizer.GetType().Name,
                ["learningRate"] = options.Optimizer.LearningRate,
                ["dropout"] = options.Dropout,
                ["batchSize"] = options.BatchSize,
                ["epochs"] = options.Epochs,
                ["networks"] = options.Networks,
                ["maxNorm"] = options.MaxNorm,
                ["threads"] = options.Threads,
                ["seed"] = options.Seed,
            },
        };
        File.WriteAllText(path, json.ToJsonString(_indented) + "\n");
    }

    /// <summary>The number of filters by width.</summary>
    private static JsonObject Groups(IReadOnlyList<FilterGroup>? groups) =>
        new((groups ?? []).Select(group => KeyValuePair.Create(group.Width.ToString(CultureInfo.InvariantCulture), (JsonNode?)group.Count)));
}
