using System.Buffers.Binary;
using System.Numerics;

namespace MaxPoolConvNet.Storage;

/// <summary>
/// The checksum CRC-32C (Castagnoli; as in RFC 3720, appendix B.4) of bytes as they come. It finds every change within 32 bits in a row,
/// and all but one in four billion of other ones; it is no protection against intent.
/// </summary>
internal sealed class Crc32C
{
    private uint _remainder = uint.MaxValue;

    /// <summary>The checksum of all bytes so far.</summary>
    public uint Value => ~_remainder;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint remainder = _remainder;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            remainder = BitOperations.Crc32C(remainder, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte one in bytes)
            remainder = BitOperations.Crc32C(remainder, one);
        _remainder = remainder;
    }
}
