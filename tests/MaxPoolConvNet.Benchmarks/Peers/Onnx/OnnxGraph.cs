namespace MaxPoolConvNet.Benchmarks.Peers.Onnx;

/// <summary>A graph that ONNX Runtime runs, written operator by operator; the field numbers are those of onnx.proto.</summary>
internal sealed class OnnxGraph
{
    private const int IrVersion = 8;
    private const int OperatorSet = 17;
    private const int FloatType = 1;
    private const int Int64Type = 7;
    private const int IntAttribute = 2;
    private const int IntsAttribute = 7;

    private readonly List<ProtobufWriter> _nodes = [];
    private readonly List<ProtobufWriter> _initializers = [];
    private readonly List<ProtobufWriter> _inputs = [];
    private readonly List<ProtobufWriter> _outputs = [];

    /// <summary>An input of integers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="axes">The names of its axes, each of any length.</param>
    public string Integers(string name, params IEnumerable<string> axes)
    {
        _inputs.Add(Value(name, Int64Type, axes));
        return name;
    }

    /// <summary>An input of floats.</summary>
    /// <inheritdoc cref="Integers"/>
    public string Floats(string name, params IEnumerable<string> axes)
    {
        _inputs.Add(Value(name, FloatType, axes));
        return name;
    }

    /// <summary>An output of floats.</summary>
    /// <inheritdoc cref="Integers"/>
    public void Output(string name, params IEnumerable<string> axes) => _outputs.Add(Value(name, FloatType, axes));

    /// <summary>Weights.</summary>
    public string Weights(string name, ReadOnlySpan<float> values, params IEnumerable<long> shape)
    {
        _initializers.Add(Tensor(name, FloatType, shape).Raw(9, values));
        return name;
    }

    /// <summary>A list of integers that an operator takes.</summary>
    public string Constants(string name, params ReadOnlySpan<long> values)
    {
        _initializers.Add(Tensor(name, Int64Type, [values.Length]).Raw(9, values));
        return name;
    }

    /// <summary>An operator.</summary>
    /// <param name="type">What it does.</param>
    /// <param name="output">The name of what it gives.</param>
    /// <param name="inputs">What it takes.</param>
    /// <param name="lists">Its attributes that are lists of integers.</param>
    /// <param name="numbers">Its attributes that are an integer.</param>
    /// <returns>The name of what it gives.</returns>
    public string Operator(
        string type, string output, IEnumerable<string> inputs, IEnumerable<(string Name, long[] Values)>? lists = null, IEnumerable<(string Name, long Value)>? numbers = null)
    {
        _nodes.Add(new ProtobufWriter()
            .Texts(1, inputs)
            .Text(2, output)
            .Text(4, type)
            .Messages(5, (lists ?? []).Select(list => new ProtobufWriter().Text(1, list.Name).Integers(8, list.Values).Integer(20, IntsAttribute)))
            .Messages(5, (numbers ?? []).Select(number => new ProtobufWriter().Text(1, number.Name).Integer(3, number.Value).Integer(20, IntAttribute))));
        return output;
    }

    /// <summary>The graph as a model file.</summary>
    public byte[] ToModel()
    {
        ProtobufWriter graph = new ProtobufWriter()
            .Messages(1, _nodes).Text(2, "kim").Messages(5, _initializers).Messages(11, _inputs).Messages(12, _outputs);
        return new ProtobufWriter()
            .Integer(1, IrVersion).Message(7, graph).Message(8, new ProtobufWriter().Text(1, "").Integer(2, OperatorSet)).ToArray();
    }

    private static ProtobufWriter Tensor(string name, int type, IEnumerable<long> shape) =>
        new ProtobufWriter().Integers(1, shape).Integer(2, type).Text(8, name);

    private static ProtobufWriter Value(string name, int type, IEnumerable<string> axes)
    {
        ProtobufWriter shape = new ProtobufWriter().Messages(1, axes.Select(axis => new ProtobufWriter().Text(2, axis)));
        return new ProtobufWriter().Text(1, name).Message(2, new ProtobufWriter().Message(1, new ProtobufWriter().Integer(1, type).Message(2, shape)));
    }
}
