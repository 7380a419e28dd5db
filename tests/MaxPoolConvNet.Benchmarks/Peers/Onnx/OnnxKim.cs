using Google.Protobuf;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Onnx.Graphs;
using static MaxPoolConvNet.Onnx.Schema.TensorProto.Types;

namespace MaxPoolConvNet.Benchmarks.Peers.Onnx;

/// <summary>
/// Kim's network as a graph for ONNX Runtime, any number of texts of any length: pooling before bias and activation, which is less work and
/// the same h. Where all texts of a batch are of one length no windows have to be masked, and the graph is given none of it.
/// </summary>
internal sealed class OnnxKim
{
    public const string WordIds = "ids";
    public const string Probability = "probability";

    private readonly Graph _graph = new("kim");
    private readonly Network<float> _network;
    private readonly KimWeights _weights;
    private readonly OnnxMasking _masking;

    private OnnxKim(Network<float> network, OnnxMasking masking)
    {
        _network = network;
        _weights = KimWeights.Of(network);
        _masking = masking;
    }

    public static byte[] Model(Network<float> network, OnnxConvolution convolution, OnnxMasking masking)
    {
        var kim = new OnnxKim(network, masking);
        kim._graph.Input(WordIds, DataType.Int64, "", "texts", "length");
        switch (convolution)
        {
            case OnnxConvolution.Conv:
                kim.Convolve();
                break;
            case OnnxConvolution.Product:
                kim.Multiply();
                break;
            default:
                kim.LookUp();
                break;
        }

        kim.Classify();
        return kim._graph.ToModel().ToByteArray();
    }

    public static string PenaltyOf(int width) => $"penalty{width}";

    private static string PooledOf(int width) => $"pooled{width}";

    /// <summary>The words' vectors, texts × length × entries; the last row is that of padding.</summary>
    private string Embed()
    {
        _graph.Weights("embedding", [.. _weights.Embedding, .. new float[KimForm.Dimension]], _network.WordSize + 1, KimForm.Dimension);
        return _graph.Add("Gather", "vectors", ["embedding", WordIds]);
    }

    private void Convolve()
    {
        string columns = _graph.Add("Transpose", "columns", [Embed()], Attributes.Of("perm", [0, 2, 1]));
        for (int w = 0; w < KimForm.Widths.Count; w++)
        {
            int width = KimForm.Widths[w];
            _graph.Weights($"filters{width}", _weights.Filters[w], KimForm.FiltersPerWidth, KimForm.Dimension, width);
            Pool(width, _graph.Add("Conv", $"responses{width}", [columns, $"filters{width}"]), windowAxis: 2);
        }
    }

    private void Multiply()
    {
        int columns = KimForm.Widths.Sum() * KimForm.FiltersPerWidth;
        float[] filters = [.. Enumerable.Range(0, KimForm.Dimension).SelectMany(s => _network.Tables.SelectMany(table => Unpadded(table, s)))];
        _graph.Weights("filters", filters, KimForm.Dimension, columns);
        string products = _graph.Add("MatMul", "products", [Embed(), "filters"]);
        int column = 0;
        foreach (int width in KimForm.Widths)
        {
            var parts = new List<string>();
            for (int i = 0; i < width; i++, column += KimForm.FiltersPerWidth)
                parts.Add(Slice(products, $"{width}.{i}", [i, column], [EndOf(i, width), column + KimForm.FiltersPerWidth], [1, 2]));
            Pool(width, _graph.Add("Sum", $"responses{width}", parts), windowAxis: 1);
        }
    }

    private void LookUp()
    {
        foreach (FilterTable<float> table in ProjectedTables.Of(_network))
        {
            var parts = new List<string>();
            for (int i = 0; i < table.Width; i++)
            {
                string part = $"{table.Width}.{i}";
                int first = i * KimForm.FiltersPerWidth;
                float[] rows = [.. Enumerable.Range(0, table.Words + 1).SelectMany(word => Unpadded(table, word)[first..(first + KimForm.FiltersPerWidth)])];
                _graph.Weights($"table{part}", rows, table.Words + 1, KimForm.FiltersPerWidth);
                string ids = Slice(WordIds, part, [i], [EndOf(i, table.Width)], [1]);
                parts.Add(_graph.Add("Gather", $"rows{part}", [$"table{part}", ids]));
            }

            Pool(table.Width, _graph.Add("Sum", $"responses{table.Width}", parts), windowAxis: 1);
        }
    }

    /// <summary>Where the words at position i of all windows end, counted from the end of the text.</summary>
    private static long EndOf(int position, int width) => position == width - 1 ? long.MaxValue : position - width + 1;

    /// <summary>A word's rows of a table without what fills cache lines up.</summary>
    private static float[] Unpadded(FilterTable<float> table, int word) =>
        [.. table.WordRows(word).ToArray().Chunk(table.Stride).SelectMany(row => row[..table.Filters])];

    private string Slice(string from, string part, long[] starts, long[] ends, long[] axes) => _graph.Add(
        "Slice",
        $"part{part}",
        [from, _graph.Integers(starts), _graph.Integers(ends), _graph.Integers(axes)]);

    private void Pool(int width, string responses, int windowAxis)
    {
        if (_masking == OnnxMasking.Penalties)
        {
            string penalty = windowAxis == 2
                ? _graph.Input(PenaltyOf(width), DataType.Float, "", "texts", "one", $"windows{width}")
                : _graph.Input(PenaltyOf(width), DataType.Float, "", "texts", $"windows{width}", "one");
            responses = _graph.Add("Add", $"masked{width}", [responses, penalty]);
        }

        _graph.Add("ReduceMax", PooledOf(width), [responses], Attributes.Of("axes", [windowAxis]), Attributes.Of("keepdims", 0));
    }

    private void Classify()
    {
        string pooled = _graph.Add("Concat", "pooled", KimForm.Widths.Select(PooledOf), Attributes.Of("axis", 1));
        string biased = _graph.Add("Add", "biased", [pooled, _graph.Weights("filterBias", _weights.FilterBias, KimForm.Features)]);
        string features = _graph.Add("Tanh", "h", [biased]);
        string logits = _graph.Add("MatMul", "Vh", [features, _graph.Weights("V", _weights.Output, KimForm.Features, 1)]);
        _graph.Add("Sigmoid", Probability, [_graph.Add("Add", "logits", [logits, _graph.Weights("outputBias", _weights.OutputBias, 1)])]);
        _graph.Output(Probability, DataType.Float, "", "texts", "one");
    }
}
