using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Onnx.Graphs;
using static MaxPoolConvNet.Onnx.Schema.TensorProto.Types;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>From pooled features to probabilities and labels.</summary>
internal static class OutputPart
{
    private const float Threshold = 0.5f;

    /// <param name="graph">The graph.</param>
    /// <param name="network">The network.</param>
    /// <param name="pooled">The names of the largest responses of each bank's filters.</param>
    /// <param name="labels">The labels.</param>
    public static void Add(Graph graph, ConvNet network, IReadOnlyList<string> pooled, IReadOnlyCollection<string> labels)
    {
        string responses = pooled.Count == 1 ? pooled[0] : graph.Add("Concat", "pooled", pooled, Attributes.Of("axis", 1));
        if (FilterBiases(network) is { } biases)
            responses = graph.Add("Add", "biased", [responses, graph.Weights("filterBias", biases, biases.Length)]);
        string features = graph.Add(network.Pool.Activation == Activation.Relu ? "Relu" : "Tanh", "h", [responses]);
        string logits = Logits(graph, network, features);
        string function = network.Output.Kind == OutputKind.Softmax ? "Softmax" : "Sigmoid";
        graph.Add(function, OnnxNames.Probabilities, [logits], network.Output.Kind == OutputKind.Softmax ? [Attributes.Of("axis", 1)] : []);
        graph.Output(OnnxNames.Probabilities, DataType.Float, "The probability of each label, in ordinal order.", "texts", "labelCount");
        string names = graph.Strings("labelNames", labels, labels.Count);
        string best = graph.Add("ArgMax", "best", [logits], Attributes.Of("axis", 1), Attributes.Of("keepdims", 0));
        graph.Add("Gather", OnnxNames.Label, [names, best]);
        graph.Output(OnnxNames.Label, DataType.String, "The most probable label.", "texts");
        if (network.Output.Kind == OutputKind.MultiLabel) AddLabels(graph, names);
    }

    private static string Logits(Graph graph, ConvNet network, string features)
    {
        OutputLayer output = network.Output;
        string weights = graph.Weights("V", Entries(output.Parameters[0]), output.LogitCount, output.FeatureCount);
        string[] bias = output.HasBias ? [graph.Weights("outputBias", Entries(output.Parameters[1]), output.LogitCount)] : [];
        string logits = graph.Add("Gemm", "logits", [features, weights, .. bias], Attributes.Of("transB", 1));
        if (output.Kind != OutputKind.Logistic) return logits;
        string other = graph.Add("Neg", "otherLogits", [logits]);
        return graph.Add("Concat", "bothLogits", [other, logits], Attributes.Of("axis", 1));
    }

    private static void AddLabels(Graph graph, string names)
    {
        string isBelow = graph.Add("Less", "isBelowHalf", [OnnxNames.Probabilities, graph.Weights("half", new[] { Threshold })]);
        graph.Add("Where", OnnxNames.Labels, [isBelow, graph.Strings("noLabel", [""]), names]);
        graph.Output(OnnxNames.Labels, DataType.String, "Each label whose probability is at least 0.5, else empty.", "texts", "labelCount");
    }

    private static float[]? FilterBiases(ConvNet network)
    {
        ConvFilterLayer[] layers = [.. network.Filters, .. network.EmbeddingFilters];
        if (!layers.Any(layer => layer.HasBias)) return null;
        return [.. layers.SelectMany(layer => layer.HasBias ? Entries(layer.Parameters[1]) : new float[layer.FilterCount])];
    }

    private static float[] Entries(Parameter parameter)
    {
        float[] entries = new float[checked(parameter.RowCount * parameter.ColumnCount)];
        double[] row = new double[parameter.ColumnCount];
        for (int r = 0; r < parameter.RowCount; r++)
        {
            parameter.CopyRow(r, row);
            for (int c = 0; c < row.Length; c++)
                entries[(r * row.Length) + c] = (float)row[c];
        }

        return entries;
    }
}
