using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MaxPoolConvNet;

/// <summary>Prefetches memory that will soon be read, so that scattered rows of a large table load at the same time.</summary>
/// <remarks>It affects only speed. On processors for which .NET has no such instruction it does nothing.</remarks>
internal static class Prefetch
{
    /// <summary>The maximum number at once; more would evict each other from the cache.</summary>
    public const int MostBytes = 1 << 18;

    private const int LineBytes = 64;

    /// <summary>Prefetches the first rows, as many as <see cref="MostBytes"/> are.</summary>
    /// <param name="start">The address of row 0.</param>
    /// <param name="pitch">The distance in bytes between two rows.</param>
    /// <param name="bytes">The number of bytes of a row.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="last">The last row; numbers above it stand for it.</param>
    public static void Rows(nint start, nint pitch, int bytes, ReadOnlySpan<int> rows, int last)
    {
        foreach (int row in rows[..Math.Min(rows.Length, MostBytes / bytes)])
            Read(start + (Math.Min(row, last) * pitch), bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Read(nint address, int bytes)
    {
        if (!Sse.IsSupported) return;
        int line = -(int)(address % LineBytes);
        for (; line + (4 * LineBytes) <= bytes; line += 4 * LineBytes)
        {
            Sse.Prefetch1((byte*)address + line);
            Sse.Prefetch1((byte*)address + line + LineBytes);
            Sse.Prefetch1((byte*)address + line + (2 * LineBytes));
            Sse.Prefetch1((byte*)address + line + (3 * LineBytes));
        }

        for (; line < bytes; line += LineBytes)
            Sse.Prefetch1((byte*)address + line);
    }
}
