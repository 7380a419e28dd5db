using System.Buffers.Binary;
using System.Numerics;

namespace MaxPoolConvNet.Storage;

/// <summary>Computes the CRC-32C (Castagnoli; RFC 3720, appendix B.4) of bytes that are added in sequence.</summary>
/// <remarks>
/// It detects every change within 32 consecutive bits and all but one in four billion other changes. It is no protection against deliberate
/// changes.
/// </remarks>
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
