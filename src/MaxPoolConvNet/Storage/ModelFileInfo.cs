using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet;

/// <summary>The contents of a model file. Immutable and thread-safe.</summary>
[DebuggerDisplay("version {FormatVersion}, {ByteCount} bytes, {Tensors.Length} tensors, {Checksum,nq}")]
public sealed class ModelFileInfo
{
    internal ModelFileInfo(
        int formatVersion,
        long byteCount,
        string checksum,
        ImmutableArray<ModelTensor> tensors,
        ImmutableSortedDictionary<string, string> metadata)
    {
        FormatVersion = formatVersion;
        ByteCount = byteCount;
        Checksum = checksum;
        Tensors = tensors;
        Metadata = metadata;
    }

    /// <summary>The version of the file format.</summary>
    public int FormatVersion { get; }

    /// <summary>The length of the file, in bytes.</summary>
    public long ByteCount { get; }

    /// <summary>The CRC-32C over all bytes of the file, such as "crc32c:0a1b2c3d". It has been verified.</summary>
    public string Checksum { get; }

    /// <summary>The tensors, in the order of the file.</summary>
    public ImmutableArray<ModelTensor> Tensors { get; }

    /// <summary>
    /// The metadata of the safetensors header, such as the network's form, the tokenizer, and the user's metadata under "user.".
    /// </summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; }
}
