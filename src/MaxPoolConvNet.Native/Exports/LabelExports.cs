using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Native;

/// <summary>The exported functions for a model's labels; maxpool.h documents them.</summary>
internal static unsafe class LabelExports
{
    [UnmanagedCallersOnly(EntryPoint = "maxpool_label_count", CallConvs = [typeof(CallConvCdecl)])]
    public static int LabelCount(long model, int* count)
    {
        try
        {
            Arguments.NotNull(count, "count");
            *count = HandleTable.Get(model).Labels.Length;
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "maxpool_label", CallConvs = [typeof(CallConvCdecl)])]
    public static int Label(long model, int label, byte* buffer, long size, long* length)
    {
        try
        {
            new Utf8Buffer(buffer, size, length).Write(HandleTable.Get(model).NameOf(label));
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "maxpool_is_multi_label", CallConvs = [typeof(CallConvCdecl)])]
    public static int IsMultiLabel(long model, int* multiLabel)
    {
        try
        {
            Arguments.NotNull(multiLabel, "multi_label");
            *multiLabel = HandleTable.Get(model).Classifier.IsMultiLabel ? 1 : 0;
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }
}
