using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Native;

/// <summary>The exported functions that load and free models; maxpool.h documents them.</summary>
internal static unsafe class LoadExports
{
    [UnmanagedCallersOnly(EntryPoint = "maxpool_load", CallConvs = [typeof(CallConvCdecl)])]
    public static int Load(byte* path, long* model)
    {
        try
        {
            Clear(model);
            Arguments.NotNull(path, "path");
            ReadOnlySpan<byte> bytes = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(path);
            if (bytes.IsEmpty) throw Arguments.Invalid("path is empty; the path of a model file was expected");
            using var name = new Utf8Text(path, bytes.Length, "path");
            *model = Add(TextClassifier.Load(name.Characters.ToString()));
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "maxpool_load_bytes", CallConvs = [typeof(CallConvCdecl)])]
    public static int LoadBytes(byte* bytes, long length, long* model)
    {
        try
        {
            Clear(model);
            Arguments.NotNegative(length, "length");
            if (length > 0) Arguments.NotNull(bytes, "bytes");
            using Stream stream = length == 0 ? Stream.Null : new UnmanagedMemoryStream(bytes, length);
            *model = Add(TextClassifier.Load(stream));
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "maxpool_free", CallConvs = [typeof(CallConvCdecl)])]
    public static int Free(long model)
    {
        try
        {
            if (model != 0) HandleTable.Remove(model);
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }

    private static void Clear(long* model)
    {
        Arguments.NotNull(model, "model");
        *model = 0;
    }

    private static long Add(TextClassifier classifier) => HandleTable.Add(new LoadedModel(classifier));
}
