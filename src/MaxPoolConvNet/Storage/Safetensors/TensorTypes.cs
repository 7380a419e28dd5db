namespace MaxPoolConvNet.Storage;

internal static class TensorTypes
{
    /// <summary>The size of a number, in bytes.</summary>
    public static int Bytes(this TensorType type) => type switch
    {
        TensorType.F32 or TensorType.I32 => 4,
        TensorType.BF16 => 2,
        _ => 1,
    };
}
