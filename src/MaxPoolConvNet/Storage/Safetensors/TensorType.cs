namespace MaxPoolConvNet.Storage;

/// <summary>The type of a tensor's numbers: those types of the safetensors format that model files use.</summary>
internal enum TensorType
{
    /// <summary>Single precision.</summary>
    F32,

    /// <summary>The upper 16 bits of single precision.</summary>
    BF16,

    /// <summary>Signed bytes; used for static word vectors.</summary>
    I8,

    /// <summary>Bytes; used for strings.</summary>
    U8,

    /// <summary>Signed 32-bit integers; used for the ends of strings.</summary>
    I32,
}
