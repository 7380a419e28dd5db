using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Storage;

/// <summary>Stores strings as two tensors.</summary>
/// <remarks>
/// "name" (U8, which every reader of the format supports) has the UTF-16 bytes of all strings, little-endian, one after the other;
/// "name.ends" (I32) has the offset at which each ends. Every string is read back unchanged, even one with a lone surrogate.
/// </remarks>
internal static class StringTable
{
    public const string Words = "vocabulary";
    public const string Labels = "labels";

    public static string Ends(string name) => name + ".ends";

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
