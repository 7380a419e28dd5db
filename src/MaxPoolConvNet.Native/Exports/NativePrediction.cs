using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Native;

/// <summary>The structure maxpool_prediction of maxpool.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativePrediction(LoadedModel model, Prediction prediction)
{
    private readonly int _label = model.NumberOf(prediction.Label);
    private readonly int _wordCount = prediction.WordCount;
    private readonly int _knownWordCount = prediction.KnownWordCount;
    private readonly int _reserved = 0;
    private readonly double _probability = prediction.Probability;
    private readonly double _familiarity = prediction.Familiarity ?? double.NaN;
}
