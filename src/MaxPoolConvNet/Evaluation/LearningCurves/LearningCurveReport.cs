using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using MathNet.Numerics.Distributions;

namespace MaxPoolConvNet.Evaluation;

/// <summary>How accuracy grows with the number of training texts. Immutable and thread-safe.</summary>
/// <remarks>
/// The error rate of n texts is taken to be a + b·n^(−c). Intervals of forecasts show how much the fit depends on the folds; they don't
/// include that the further course may have another form. Beyond twice as many texts, a forecast is a guess.
/// </remarks>
[DebuggerDisplay("{Points.Length} points, {TextCount} texts")]
public sealed class LearningCurveReport
{
    private const int LeastPoints = 3;
    private const int Resamples = 1_000;
    private const double Confidence = 0.95;

    private readonly PowerLaw? _law;
    private readonly PowerLaw[] _resampled;

    /// <param name="textCount">The number of all texts.</param>
    /// <param name="folds">For each fold, the number of training texts and the accuracy, the same number of times and ascending.</param>
    internal LearningCurveReport(int textCount, (int Texts, double Accuracy)[][] folds)
    {
        TextCount = textCount;
        Points = [.. Enumerable.Range(0, folds[0].Length).Select(at => Measured([.. folds.Select(fold => fold[at])]))];
        bool canFit = Points.Length >= LeastPoints;
        _law = canFit ? Fit(folds) : null;
        var random = new CounterRandom(1);
        _resampled =
        [
            .. Enumerable.Range(0, canFit ? Resamples : 0).Select(resample => Fit(
                [.. folds.Select((_, draw) => folds[random.Stream((ulong)resample).Below(folds.Length, (ulong)draw)])])),
        ];
    }

    /// <summary>The number of all texts; the largest measured point has those of all folds but one.</summary>
    public int TextCount { get; }

    /// <summary>The measured points, by ascending number of training texts.</summary>
    public ImmutableArray<LearningCurvePoint> Points { get; }

    /// <summary>What a number of training texts would bring, by the fitted curve.</summary>
    /// <param name="textCount">The number of training texts. At least 1.</param>
    /// <returns><see langword="null"/> if there are fewer than three points, too few for a curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="textCount"/> is less than 1.</exception>
    public LearningCurvePoint? Forecast(int textCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(textCount, 1);
        if (_law is not { } law) return null;
        double[] accuracies = [.. _resampled.Select(one => 1 - one.At(textCount)).Order()];
        double outside = (1 - Confidence) / 2;
        return new LearningCurvePoint(textCount, 1 - law.At(textCount), Quantile(outside), Quantile(1 - outside));

        double Quantile(double fraction) => accuracies[(int)Math.Round(fraction * (accuracies.Length - 1))];
    }

    /// <summary>Formats the points and the forecasts for all texts, and for twice as many, as a table.</summary>
    public override string ToString()
    {
        string[][] measured = [.. Points.Select(point => Row(point, ""))];
        string[][] forecast =
            Forecast(TextCount) is { } all && Forecast(2 * TextCount) is { } twice ? [Row(all, "forecast"), Row(twice, "forecast")] : [];
        return TextTable.Aligned([["texts", "accuracy", "95 % interval", ""], .. measured, .. forecast]);
    }

    private static string[] Row(LearningCurvePoint point, string note) =>
    [
        point.TextCount.ToString("N0", CultureInfo.InvariantCulture),
        point.Accuracy.ToString("0.0000", CultureInfo.InvariantCulture),
        FormattableString.Invariant($"{point.Lower:0.0000} to {point.Upper:0.0000}"),
        note,
    ];

    /// <summary>The mean of the folds, and the interval of Student's t.</summary>
    private static LearningCurvePoint Measured((int Texts, double Accuracy)[] folds)
    {
        double mean = folds.Average(fold => fold.Accuracy);
        double variance = folds.Sum(fold => (fold.Accuracy - mean) * (fold.Accuracy - mean)) / (folds.Length - 1);
        double half = StudentT.InvCDF(0, 1, folds.Length - 1, (1 + Confidence) / 2) * Math.Sqrt(variance / folds.Length);
        int texts = (int)Math.Round(folds.Average(fold => fold.Texts));
        return new LearningCurvePoint(texts, mean, Math.Max(0, mean - half), Math.Min(1, mean + half));
    }

    private static PowerLaw Fit((int Texts, double Accuracy)[][] folds) =>
        PowerLaw.Fit([.. folds.SelectMany(fold => fold).Select(point => ((double)point.Texts, 1 - point.Accuracy))]);
}
