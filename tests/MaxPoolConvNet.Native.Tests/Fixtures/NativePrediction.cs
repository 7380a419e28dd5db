using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Native.Tests;

/// <summary>The structure maxpool_prediction.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct NativePrediction(int Label, int WordCount, int KnownWordCount, int Reserved, double Probability, double Familiarity)
{
    /// <summary>What the library's prediction is in C.</summary>
    public static NativePrediction Of(TextClassifier classifier, Prediction prediction) => new(
        classifier.Labels.IndexOf(prediction.Label), prediction.WordCount, prediction.KnownWordCount, 0, prediction.Probability,
        prediction.Familiarity ?? double.NaN);
}
