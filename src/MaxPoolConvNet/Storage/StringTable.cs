using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Storage;

/// <summary>
/// Strings as two tensors: their UTF-16 units one after the other, "name" (U16), and where each ends among them, "name.ends" (I32). So any
/// string comes back as it was, half a surrogate pair too.
/// </summary>
internal static class StringTable
{
    public const string Words = "vocabulary";
    public const string Labels = "labels";

    public static string Ends(string name) => name + ".ends";

    public static (char[] Units, int[] Ends) Of(IReadOnlyList<string> strings)
    {
        int[] ends = new int[strings.Count];
        int end = 0;
        for (int s = 0; s < ends.Length; s++)
            ends[s] = end = checked(end + strings[s].Length);
        char[] units = new char[end];
        for (int s = 0; s < ends.Length; s++)
            strings[s].CopyTo(units.AsSpan(ends[s] - strings[s].Length));
        return (units, ends);
    }

    /// <param name="name">Whose strings they are, for errors.</param>
    /// <param name="units">The units, little-endian.</param>
    /// <param name="ends">The ends, little-endian.</param>
    /// <exception cref="InvalidDataException">The ends don't divide the units.</exception>
    public static string[] Parse(string name, ReadOnlySpan<byte> units, ReadOnlySpan<byte> ends)
    {
        ReadOnlySpan<char> all = MemoryMarshal.Cast<byte, char>(units);
        string[] strings = new string[ends.Length / sizeof(int)];
        int start = 0;
        for (int s = 0; s < strings.Length; s++)
        {
            int end = MemoryMarshal.Read<int>(ends[(s * sizeof(int))..]);
            if (end < start || end > all.Length)
                throw new InvalidDataException(FormattableString.Invariant($"string {s} of '{name}' ends at {end}; a place from {start} to {all.Length} was expected"));
            strings[s] = new string(all[start..end]);
            start = end;
        }

        return start == all.Length
            ? strings
            : throw new InvalidDataException(FormattableString.Invariant($"the last string of '{name}' ends at {start} of {all.Length} units"));
    }
}
