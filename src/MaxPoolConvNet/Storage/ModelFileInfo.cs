using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet;

/// <summary>What is in a model file. Immutable and thread-safe.</summary>
[DebuggerDisplay("version {FormatVersion}, {ByteCount} bytes, {Tensors.Length} tensors, {Checksum,nq}")]
public sealed class ModelFileInfo
{
    internal ModelFileInfo(
        int formatVersion, long byteCount, string checksum, ImmutableArray<ModelTensor> tensors, ImmutableSortedDictionary<string, string> metadata)
    {
        FormatVersion = formatVersion;
        ByteCount = byteCount;
        Checksum = checksum;
        Tensors = tensors;
        Metadata = metadata;
    }

    /// <summary>The version of its format.</summary>
    public int FormatVersion { get; }

    /// <summary>Its length in bytes.</summary>
    public long ByteCount { get; }

    /// <summary>The CRC-32C over all of its bytes, such as "crc32c:0a1b2c3d"; the file fits it.</summary>
    public string Checksum { get; }

    /// <summary>Its tensors, in the order of the file.</summary>
    public ImmutableArray<ModelTensor> Tensors { get; }

    /// <summary>
    /// What the safetensors header says beside them: form of the network, tokenizer, and what the caller has saved, behind "user.".
    /// </summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; }
}
