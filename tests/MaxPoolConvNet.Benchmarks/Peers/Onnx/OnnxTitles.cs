namespace MaxPoolConvNet.Benchmarks.Peers.Onnx;

/// <summary>What tables call the graphs.</summary>
internal static class OnnxTitles
{
    public static string Of(OnnxConvolution convolution) => convolution switch
    {
        OnnxConvolution.Conv => "ONNX Runtime, Conv",
        OnnxConvolution.Product => "ONNX Runtime, one MatMul of all filters, shifted and added",
        _ => "ONNX Runtime, the library's tables, gathered and added",
    };
}
