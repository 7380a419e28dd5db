using MaxPoolConvNet.Onnx.Schema;
using static MaxPoolConvNet.Onnx.Schema.TensorProto.Types;

namespace MaxPoolConvNet.Onnx.Graphs;

/// <summary>An ONNX graph, written operator by operator. What its methods add is referred to by name.</summary>
internal sealed class Graph(string name)
{
    // of the operators used, none has changed up to this version; runtimes since 2021 have it
    private const int OperatorSet = 13;
    private const int IrVersion = 7;
    private const int LearningOperatorSet = 2;
    private const string LearningDomain = "ai.onnx.ml";

    private readonly GraphProto _graph = new() { Name = name };
    private readonly HashSet<string> _constants = [];
    private bool _usesLearningDomain;

    /// <summary>An input.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The type of its entries.</param>
    /// <param name="description">What it is.</param>
    /// <param name="axes">The names of its axes, each of any length.</param>
    public string Input(string name, DataType type, string description, params ReadOnlySpan<string> axes)
    {
        _graph.Input.Add(Value(name, type, description, axes));
        return name;
    }

    /// <summary>An output, which an operator has to have the name of.</summary>
    /// <inheritdoc cref="Input"/>
    public void Output(string name, DataType type, string description, params ReadOnlySpan<string> axes) =>
        _graph.Output.Add(Value(name, type, description, axes));

    /// <summary>Weights.</summary>
    public string Weights(string name, Span<float> values, params ReadOnlySpan<long> shape) => Add(Tensors.Of(name, values, shape));

    /// <summary>Weights in 8 bits.</summary>
    public string Weights(string name, ReadOnlySpan<sbyte> values, params ReadOnlySpan<long> shape) => Add(Tensors.Of(name, values, shape));

    /// <summary>A single number that operators take; the same name stands for the same number.</summary>
    public string Constant(string name, float value) => _constants.Add(name) ? Add(Tensors.Of(name, new[] { value }, [])) : name;

    /// <summary>A list of integers that operators take; the same name stands for the same list.</summary>
    public string Integers(params ReadOnlySpan<long> values)
    {
        string name = $"[{string.Join(",", values.ToArray())}]";
        return _constants.Add(name) ? Add(Tensors.Of(name, values, [values.Length])) : name;
    }

    /// <summary>A single integer that operators take.</summary>
    public string Integer(long value)
    {
        string name = FormattableString.Invariant($"{value}");
        return _constants.Add(name) ? Add(Tensors.Of(name, [value], [])) : name;
    }

    /// <summary>Strings.</summary>
    public string Strings(string name, IEnumerable<string> values, params ReadOnlySpan<long> shape) =>
        Add(Tensors.Of(name, values, shape));

    /// <summary>An operator of the standard domain.</summary>
    /// <param name="type">What it does, such as "Add".</param>
    /// <param name="output">The name of its output.</param>
    /// <param name="inputs">The names of its inputs.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <returns>The name of its output.</returns>
    public string Add(string type, string output, IEnumerable<string> inputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        var node = new NodeProto { OpType = type, Name = output, Output = { output }, Input = { inputs } };
        foreach (AttributeProto attribute in attributes)
            node.Attribute.Add(attribute);
        _graph.Node.Add(node);
        return output;
    }

    /// <summary>An operator of the domain ai.onnx.ml.</summary>
    /// <inheritdoc cref="Add(string, string, IEnumerable{string}, ReadOnlySpan{AttributeProto})"/>
    public string AddLearning(string type, string output, IEnumerable<string> inputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        Add(type, output, inputs, attributes);
        _graph.Node[^1].Domain = LearningDomain;
        _usesLearningDomain = true;
        return output;
    }

    /// <summary>Cuts a range out of an axis.</summary>
    /// <param name="output">The name of the range.</param>
    /// <param name="input">What it is cut out of.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="rest">The number of entries left out behind it.</param>
    public string Cut(string output, string input, int axis, int start, int rest) => start == 0 && rest == 0
        ? input
        : Add("Slice", output, [input, Integers(start), Integers(rest == 0 ? long.MaxValue : -rest), Integers(axis)]);

    /// <summary>The graph as a model.</summary>
    public ModelProto ToModel()
    {
        var model = new ModelProto
        {
            IrVersion = IrVersion, Graph = _graph, OpsetImport = { new OperatorSetIdProto { Domain = "", Version = OperatorSet } },
        };
        if (_usesLearningDomain) model.OpsetImport.Add(new OperatorSetIdProto { Domain = LearningDomain, Version = LearningOperatorSet });
        return model;
    }

    private string Add(TensorProto tensor)
    {
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    private static ValueInfoProto Value(string name, DataType type, string description, ReadOnlySpan<string> axes)
    {
        var shape = new TensorShapeProto();
        foreach (string axis in axes)
            shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = axis });
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape };
        return new ValueInfoProto { Name = name, DocString = description, Type = new TypeProto { TensorType = tensor } };
    }
}
