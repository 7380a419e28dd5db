using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Onnx.Graphs;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>Filters over an embedding as operator Conv over the words' vectors.</summary>
internal sealed class ConvolutionPart
{
    private readonly Graph _graph;
    private readonly PaddedWords _words;
    private readonly string _vectors;

    /// <summary>Adds the words' vectors, texts × entries × columns.</summary>
    public ConvolutionPart(Graph graph, PaddedWords words, Embedding embedding)
    {
        _graph = graph;
        _words = words;
        double[] vector = new double[embedding.Dimension];
        float[] rows = new float[checked((embedding.VocabularySize + 1) * vector.Length)];
        for (int word = 0; word < embedding.VocabularySize; word++)
        {
            embedding.CopyVector(word, vector);
            for (int s = 0; s < vector.Length; s++)
                rows[(word * vector.Length) + s] = (float)vector[s];
        }

        string table = graph.Weights("embedding", rows, embedding.VocabularySize + 1, vector.Length);
        string vectors = graph.Add("Gather", "wordVectors", [table, words.Ids]);
        _vectors = graph.Add("Transpose", "vectorColumns", [vectors], Attributes.Of("perm", [0, 2, 1]));
    }

    /// <returns>The name of the largest responses of the filters, texts × filters.</returns>
    public string Add(FilterBank bank)
    {
        string filters = _graph.Weights($"filters.{bank.Name}", Filters(bank), bank.Filters, bank.Layer.WordSize, bank.Width);
        string vectors = _words.Cut(_vectors, 2, bank, 0, 0);
        string responses = _graph.Add("Conv", $"responses.{bank.Name}", [vectors, filters]);
        string hasWindow = _graph.Add("Unsqueeze", $"hasWindows.{bank.Name}", [_words.HasWindow(bank), _graph.Integers(1)]);
        string low = _graph.Weights($"masked.{bank.Name}", new[] { Masked.Response });
        string masked = _graph.Add("Where", $"maskedResponses.{bank.Name}", [hasWindow, responses, low]);
        return _graph.Add("ReduceMax", $"largest.{bank.Name}", [masked], Attributes.Of("axes", [2]), Attributes.Of("keepdims", 0));
    }

    /// <summary>Filters × entries × positions; U has a row for each position and entry and a column for each filter.</summary>
    private static float[] Filters(FilterBank bank)
    {
        (int size, int width, int count) = (bank.Layer.WordSize, bank.Width, bank.Filters);
        float[] filters = new float[checked(count * size * width)];
        double[] row = new double[count];
        for (int r = 0; r < size * width; r++)
        {
            bank.Layer.Parameters[0].CopyRow(r, row);
            for (int j = 0; j < count; j++)
                filters[(((j * size) + (r % size)) * width) + (r / size)] = (float)row[j];
        }

        return filters;
    }
}
