namespace MaxPoolConvNet.Benchmarks.Peers.Onnx;

/// <summary>How the graph given to ONNX Runtime computes the responses of the filters; all give the same numbers.</summary>
internal enum OnnxConvolution
{
    /// <summary>Operator Conv over the vectors of the words, as a network is usually exported.</summary>
    Conv,

    /// <summary>One matrix product of the words' vectors and the filters of all widths, whose shifted parts are added up.</summary>
    Product,

    /// <summary>The library's own idea: rows of a table of every word and position, multiplied out ahead, are gathered and added up.</summary>
    Table,
}
