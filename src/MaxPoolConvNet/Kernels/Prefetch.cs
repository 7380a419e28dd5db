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
