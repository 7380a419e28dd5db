namespace MaxPoolConvNet.Storage;

/// <summary>How the numbers of a tensor are kept: the types of the safetensors format that a model file has.</summary>
internal enum TensorType
{
    /// <summary>Single precision.</summary>
    F32,

    /// <summary>The upper half of single precision.</summary>
    BF16,

    /// <summary>Bytes of strings.</summary>
    U8,

    /// <summary>Where strings end.</summary>
    I32,
}
