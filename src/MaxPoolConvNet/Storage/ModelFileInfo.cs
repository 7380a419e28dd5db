using System.Collections.Immutable;

namespace MaxPoolConvNet;

/// <summary>What a model file has. Immutable.</summary>
/// <param name="FormatVersion">The version of its form.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Checksum">The CRC-32C over all of its bytes, such as "crc32c:0a1b2c3d"; the file fits it.</param>
/// <param name="Tensors">Its tensors, in the order of the file.</param>
/// <param name="Metadata">What the safetensors header says beside them: form of the network, tokenizer, and what the caller has saved, behind "user.".</param>
public sealed record ModelFileInfo(
    int FormatVersion, long Bytes, string Checksum, ImmutableArray<ModelTensor> Tensors, ImmutableSortedDictionary<string, string> Metadata);
