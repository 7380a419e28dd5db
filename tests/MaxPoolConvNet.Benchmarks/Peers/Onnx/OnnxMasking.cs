namespace MaxPoolConvNet.Benchmarks.Peers.Onnx;

/// <summary>How a graph keeps windows of padding from winning the max-pool.</summary>
internal enum OnnxMasking
{
    /// <summary>Not at all: for texts of one length, which has every window.</summary>
    None,

    /// <summary>It adds the penalties of a <see cref="PaddedBatch"/> to the responses.</summary>
    Penalties,
}
