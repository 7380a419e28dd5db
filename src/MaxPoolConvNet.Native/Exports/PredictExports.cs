using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Native;

/// <summary>The exported functions that predict the most probable label of one text or many; maxpool.h documents them.</summary>
internal static unsafe class PredictExports
{
    [UnmanagedCallersOnly(EntryPoint = "maxpool_predict", CallConvs = [typeof(CallConvCdecl)])]
    public static int Predict(long model, byte* text, long length, NativePrediction* prediction)
    {
        try
        {
            Arguments.NotNull(prediction, "prediction");
            LoadedModel loaded = HandleTable.Get(model);
            using var utf16 = new Utf8Text(text, length, "text");
            *prediction = new NativePrediction(loaded, loaded.Classifier.Predict(utf16.Characters));
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "maxpool_predict_many", CallConvs = [typeof(CallConvCdecl)])]
    public static int PredictMany(long model, byte** texts, long* lengths, int count, int threads, NativePrediction* predictions)
    {
        try
        {
            LoadedModel loaded = HandleTable.Get(model);
            Arguments.NotNegative(count, "count");
            Arguments.NotNegative(threads, "threads");
            if (count == 0) return (int)Status.Ok;
            Arguments.NotNull(texts, "texts");
            Arguments.NotNull(lengths, "lengths");
            Arguments.NotNull(predictions, "predictions");
            ImmutableArray<Prediction> all =
                loaded.Classifier.PredictAll(Decode(texts, lengths, count), threads == 0 ? null : threads);
            for (int t = 0; t < count; t++)
                predictions[t] = new NativePrediction(loaded, all[t]);
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }

    private static string[] Decode(byte** texts, long* lengths, int count)
    {
        string[] decoded = new string[count];
        for (int t = 0; t < count; t++)
        {
            using var utf16 = new Utf8Text(texts[t], lengths[t], $"texts[{t}]");
            decoded[t] = utf16.Characters.ToString();
        }

        return decoded;
    }
}
