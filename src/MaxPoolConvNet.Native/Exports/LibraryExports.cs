using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Native;

/// <summary>The exported functions without a model; maxpool.h documents them.</summary>
internal static unsafe class LibraryExports
{
    private static readonly NativeText _version = new(typeof(LibraryExports).Assembly.GetName().Version!.ToString(3));

    [UnmanagedCallersOnly(EntryPoint = "maxpool_version", CallConvs = [typeof(CallConvCdecl)])]
    public static byte* Version() => _version.Pointer;

    [UnmanagedCallersOnly(EntryPoint = "maxpool_last_error", CallConvs = [typeof(CallConvCdecl)])]
    public static byte* LastErrorMessage() => LastError.Pointer;
}
