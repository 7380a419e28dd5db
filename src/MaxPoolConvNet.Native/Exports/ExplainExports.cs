using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Native;

/// <summary>The exported function that explains a prediction; maxpool.h documents it.</summary>
internal static unsafe class ExplainExports
{
    private const int MostProbable = -1;

    [UnmanagedCallersOnly(EntryPoint = "maxpool_explain", CallConvs = [typeof(CallConvCdecl)])]
    public static int Explain(long model, byte* text, long textLength, int label, byte* buffer, long size, long* length)
    {
        try
        {
            LoadedModel loaded = HandleTable.Get(model);
            using var utf16 = new Utf8Text(text, textLength, "text");
            string given = utf16.Characters.ToString();
            Explanation explanation = label == MostProbable
                ? loaded.Classifier.Explain(given)
                : loaded.Classifier.Explain(given, loaded.NameOf(label));
            new Utf8Buffer(buffer, size, length).Write(explanation.ToJson());
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }
}
