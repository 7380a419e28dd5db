using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Storage;

/// <summary>Stores strings as two tensors.</summary>
/// <remarks>
/// "name" (U8, which every reader of the format supports) has the UTF-16 bytes of all strings, little-endian, one after the other;
/// "name.ends" (I32) has the offset at which each ends. Every string is read back unchanged, even one with a lone surrogate. In the
/// compressed form, "name.packed" has the bytes and "name.lengths" the length in bytes of each string (32 bits, little-endian), both as
/// <see cref="HuffmanBytes"/> (U8).
/// </remarks>
internal static class StringTable
{
    public const string Words = "vocabulary";
    public const string Labels = "labels";

    public static string Ends(string name) => name + ".ends";

    public static string Packed(string name) => name + ".packed";

    public static string Lengths(string name) => name + ".lengths";

    public static (byte[] Bytes, int[] Ends) Of(IReadOnlyList<string> strings)
    {
        int[] ends = new int[strings.Count];
        int end = 0;
        for (int s = 0; s < ends.Length; s++)
            ends[s] = end = checked(end + (sizeof(char) * strings[s].Length));
        byte[] bytes = new byte[end];
        for (int s = 0; s < ends.Length; s++)
            MemoryMarshal.AsBytes(strings[s].AsSpan()).CopyTo(bytes.AsSpan(ends[s] - (sizeof(char) * strings[s].Length)));
        return (bytes, ends);
    }

    /// <summary>The compressed form.</summary>
    public static (byte[] Packed, byte[] Lengths) Pack(IReadOnlyList<string> strings)
    {
        int[] lengths = [.. strings.Select(one => sizeof(char) * one.Length)];
        return (HuffmanBytes.Pack(Of(strings).Bytes), HuffmanBytes.Pack(MemoryMarshal.AsBytes<int>(lengths)));
    }

    /// <summary>The reverse of <see cref="Pack"/>.</summary>
    /// <exception cref="InvalidDataException">The bytes aren't those of strings.</exception>
    public static string[] Unpack(string name, byte[] packed, byte[] packedLengths)
    {
        byte[] ends = HuffmanBytes.Unpack(Lengths(name), packedLengths);
        Span<int> sums = MemoryMarshal.Cast<byte, int>(ends.AsSpan());
        for (int s = 1; s < sums.Length; s++)
            sums[s] += sums[s - 1];
        return Parse(name, HuffmanBytes.Unpack(Packed(name), packed), ends);
    }

    /// <param name="name">The tensor's name, for errors.</param>
    /// <param name="bytes">The strings.</param>
    /// <param name="ends">The ends, little-endian.</param>
    /// <exception cref="InvalidDataException">The ends aren't in order or don't cover the bytes.</exception>
    public static string[] Parse(string name, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> ends)
    {
        string[] strings = new string[ends.Length / sizeof(int)];
        int start = 0;
        for (int s = 0; s < strings.Length; s++)
        {
            int end = MemoryMarshal.Read<int>(ends[(s * sizeof(int))..]);
            if (end < start || end > bytes.Length || end % sizeof(char) != 0)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"string {s} of '{name}' ends at byte {end}; an even number from {start} to {bytes.Length} was expected"));
            }

            strings[s] = new string(MemoryMarshal.Cast<byte, char>(bytes[start..end]));
            start = end;
        }

        return start == bytes.Length
            ? strings
            : throw new InvalidDataException(FormattableString.Invariant(
                $"the last string of '{name}' ends at byte {start}; {bytes.Length} was expected"));
    }
}
