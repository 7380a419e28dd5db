using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Onnx.Graphs;
using MaxPoolConvNet.Onnx.Schema;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>A classifier as an ONNX graph: input, padded words, filters, output.</summary>
internal static class ClassifierGraph
{
    /// <exception cref="ArgumentException">The options don't suit the classifier, or the model would be too large.</exception>
    public static ModelProto ToModel(TextClassifier classifier, OnnxOptions? options, CancellationToken cancellationToken)
    {
        options = options is null ? new OnnxOptions() : options with { };
        options.Check();
        ConvNet network = classifier.ToConvNet();
        if (options.Factored && network.Embedding is null)
        {
            throw new ArgumentException(
                "the classifier has no embedding; OnnxOptions.Factored is for classifiers with one", nameof(options));
        }

        FilterBank[] banks = FilterBank.Of(network);
        ModelSize.Check(classifier, banks, options);
        var graph = new Graph("TextClassifier");
        string ids = InputPart.Add(graph, classifier.Vocabulary, options.Input);
        var words = new PaddedWords(graph, ids, network.WordSize, banks);
        ConvolutionPart? convolution = options.Factored ? new ConvolutionPart(graph, words, network.Embedding!) : null;
        var pooled = new List<string>();
        foreach (FilterBank bank in banks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pooled.Add(bank.Embedding is not null && convolution is not null
                ? convolution.Add(bank)
                : LookUpPart.Add(graph, words, bank, network.WordSize, classifier.Compaction?.Levels ?? 0, cancellationToken));
        }

        OutputPart.Add(graph, network, pooled, classifier.Labels);
        ModelProto model = graph.ToModel();
        ModelMetadata.Add(model, classifier, network.Output.Kind, options);
        return model;
    }
}
