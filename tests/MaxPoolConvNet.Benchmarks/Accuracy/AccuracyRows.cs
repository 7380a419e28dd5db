using MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>The systems that are measured, in the order of the table.</summary>
internal static class AccuracyRows
{
    /// <param name="fastText">The fastText program.</param>
    public static IReadOnlyList<IAccuracyRow> All(string fastText) =>
    [
        new OneHotRow(),
        new FastTextRow(fastText),
        new MlNetSdcaRow(),
        new MlNetAveragedPerceptronRow(),
        new NbsvmRow(),
    ];
}
