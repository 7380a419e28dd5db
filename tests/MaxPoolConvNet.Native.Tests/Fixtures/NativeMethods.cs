using System.Reflection;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Native.Tests;

/// <summary>The functions of maxpool.h, with the pointers of C.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "libmaxpool";

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, (_, _, _) => NativeLibrary.Load(Path));

    /// <summary>The folder with the library and what is published beside it.</summary>
    public static string Folder { get; } = typeof(NativeMethods).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == "NativeLibraryFolder").Value!;

    /// <summary>The library.</summary>
    public static string Path { get; } = Directory.GetFiles(Folder, "libmaxpool.*").Single(
        file => System.IO.Path.GetExtension(file) is ".so" or ".dll" or ".dylib");

    [LibraryImport(Library, EntryPoint = "maxpool_version")]
    public static partial byte* Version();

    [LibraryImport(Library, EntryPoint = "maxpool_last_error")]
    public static partial byte* LastError();

    [LibraryImport(Library, EntryPoint = "maxpool_load")]
    public static partial Status Load(byte* path, ulong* model);

    [LibraryImport(Library, EntryPoint = "maxpool_load_bytes")]
    public static partial Status LoadBytes(byte* bytes, long length, ulong* model);

    [LibraryImport(Library, EntryPoint = "maxpool_free")]
    public static partial Status Free(ulong model);

    [LibraryImport(Library, EntryPoint = "maxpool_label_count")]
    public static partial Status LabelCount(ulong model, int* count);

    [LibraryImport(Library, EntryPoint = "maxpool_label")]
    public static partial Status Label(ulong model, int label, byte* buffer, long size, long* length);

    [LibraryImport(Library, EntryPoint = "maxpool_is_multi_label")]
    public static partial Status IsMultiLabel(ulong model, int* multiLabel);

    [LibraryImport(Library, EntryPoint = "maxpool_predict")]
    public static partial Status Predict(ulong model, byte* text, long length, NativePrediction* prediction);

    [LibraryImport(Library, EntryPoint = "maxpool_predict_many")]
    public static partial Status PredictMany(
        ulong model, byte** texts, long* lengths, int count, int threads, NativePrediction* predictions);

    [LibraryImport(Library, EntryPoint = "maxpool_score")]
    public static partial Status Score(ulong model, byte* text, long length, double* probabilities, int capacity);

    [LibraryImport(Library, EntryPoint = "maxpool_top")]
    public static partial Status Top(
        ulong model, byte* text, long length, int* labels, double* probabilities, int capacity, int* found);

    [LibraryImport(Library, EntryPoint = "maxpool_above")]
    public static partial Status Above(
        ulong model, byte* text, long length, double threshold, int* labels, double* probabilities, int capacity, int* found);

    [LibraryImport(Library, EntryPoint = "maxpool_accept")]
    public static partial Status Accept(
        ulong model, byte* text, long length, double maxError, int* labels, double* probabilities, int capacity, int* found);

    [LibraryImport(Library, EntryPoint = "maxpool_explain")]
    public static partial Status Explain(ulong model, byte* text, long textLength, int label, byte* buffer, long size, long* length);
}
