namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>Windows that a text alone doesn't have.</summary>
internal static class Masked
{
    /// <summary>Their response: lower than any other, and finite even if weights are added to it.</summary>
    public const float Response = -1e38f;
}
