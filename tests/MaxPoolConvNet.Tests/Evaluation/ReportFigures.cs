using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>The figures of reports, to compare them by.</summary>
internal static class ReportFigures
{
    public static (double Precision, double Recall, double F1) Figures(this AverageReport average) => (average.Precision, average.Recall, average.F1);

    public static (string Label, double Precision, double Recall, double F1, int Support) Figures(this ClassReport one) =>
        (one.Label, one.Precision, one.Recall, one.F1, one.Support);

    public static (double Lower, double Upper, int TextCount, double? MeanProbability, double? Accuracy) Figures(this CalibrationBin bin) =>
        (bin.Lower, bin.Upper, bin.TextCount, bin.MeanProbability, bin.Accuracy);

    public static (int Epoch, double Loss, double Accuracy, double? HeldOutLoss, double? HeldOutAccuracy) Figures(this EpochReport epoch) =>
        (epoch.Epoch, epoch.Loss, epoch.Accuracy, epoch.HeldOutLoss, epoch.HeldOutAccuracy);
}
