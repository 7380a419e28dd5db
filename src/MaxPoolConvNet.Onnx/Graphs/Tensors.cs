using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Google.Protobuf;
using MaxPoolConvNet.Onnx.Schema;
using static MaxPoolConvNet.Onnx.Schema.TensorProto.Types;

namespace MaxPoolConvNet.Onnx.Graphs;

/// <summary>Creates the constants of a graph.</summary>
internal static class Tensors
{
    /// <summary>Numbers in single precision. They may be changed.</summary>
    public static TensorProto Of(string name, Span<float> values, ReadOnlySpan<long> shape)
    {
        Span<int> bits = MemoryMarshal.Cast<float, int>(values);
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(bits, bits);
        TensorProto tensor = Shaped(name, DataType.Float, shape);
        tensor.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(bits));
        return tensor;
    }

    /// <summary>Integers of 8 bits.</summary>
    public static TensorProto Of(string name, ReadOnlySpan<sbyte> values, ReadOnlySpan<long> shape)
    {
        TensorProto tensor = Shaped(name, DataType.Int8, shape);
        tensor.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values));
        return tensor;
    }

    /// <summary>Integers.</summary>
    public static TensorProto Of(string name, ReadOnlySpan<long> values, ReadOnlySpan<long> shape)
    {
        byte[] bytes = new byte[values.Length * sizeof(long)];
        for (int at = 0; at < values.Length; at++)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at * sizeof(long)), values[at]);
        TensorProto tensor = Shaped(name, DataType.Int64, shape);
        tensor.RawData = UnsafeByteOperations.UnsafeWrap(bytes);
        return tensor;
    }

    /// <summary>Strings.</summary>
    public static TensorProto Of(string name, IEnumerable<string> values, ReadOnlySpan<long> shape)
    {
        TensorProto tensor = Shaped(name, DataType.String, shape);
        tensor.StringData.AddRange(values.Select(ByteString.CopyFromUtf8));
        return tensor;
    }

    private static TensorProto Shaped(string name, DataType type, ReadOnlySpan<long> shape)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type };
        foreach (long length in shape)
            tensor.Dims.Add(length);
        return tensor;
    }
}
