using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace MaxPoolConvNet.Benchmarks.Peers.Onnx;

/// <summary>Writes a message of protocol buffers, field by field: as much of the format as an ONNX model needs.</summary>
internal sealed class ProtobufWriter
{
    private const int VarintType = 0;
    private const int BytesType = 2;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>An integer.</summary>
    public ProtobufWriter Integer(int field, long value)
    {
        Varint((field << 3) | VarintType);
        Varint(value);
        return this;
    }

    /// <summary>Integers, one field each.</summary>
    public ProtobufWriter Integers(int field, IEnumerable<long> values)
    {
        foreach (long value in values)
            Integer(field, value);
        return this;
    }

    /// <summary>A string.</summary>
    public ProtobufWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Strings, one field each.</summary>
    public ProtobufWriter Texts(int field, IEnumerable<string> values)
    {
        foreach (string value in values)
            Text(field, value);
        return this;
    }

    /// <summary>A message within this one.</summary>
    public ProtobufWriter Message(int field, ProtobufWriter message) =>
        Bytes(field, message._bytes.WrittenSpan);

    /// <summary>Messages, one field each.</summary>
    public ProtobufWriter Messages(int field, IEnumerable<ProtobufWriter> messages)
    {
        foreach (ProtobufWriter message in messages)
            Message(field, message);
        return this;
    }

    /// <summary>Numbers as their bytes, which are little-endian.</summary>
    public ProtobufWriter Raw<T>(int field, ReadOnlySpan<T> values)
        where T : unmanaged => Bytes(field, MemoryMarshal.AsBytes(values));

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private ProtobufWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint((field << 3) | BytesType);
        Varint(value.Length);
        _bytes.Write(value);
        return this;
    }

    /// <summary>Seven bits a byte, the lowest first; the eighth says that more follow.</summary>
    private void Varint(long value)
    {
        ulong rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7)
            _bytes.Write([(byte)(rest | 0x80)]);
        _bytes.Write([(byte)rest]);
    }
}
