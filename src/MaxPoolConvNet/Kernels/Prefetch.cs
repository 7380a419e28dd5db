using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MaxPoolConvNet;

/// <summary>
/// Asks the processor for memory that will soon be read, so that rows scattered over a large table come at the same time and not one after
/// the other. It changes nothing but the time; on processors for which .NET has no such instruction it does nothing.
/// </summary>
internal static class Prefetch
{
    /// <summary>More at once would drive each other out of the cache again.</summary>
    public const int MostBytes = 1 << 18;

    private const int LineBytes = 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Read(nint address, int bytes)
    {
        if (!Sse.IsSupported) return;
        for (int line = 0; line < bytes; line += LineBytes)
            Sse.Prefetch1((byte*)address + line);
    }
}
