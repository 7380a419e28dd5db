using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>Calibrates the probabilities of a model.</summary>
internal static class ModelCalibrator
{
    /// <summary>The decimal places of temperatures, slopes and offsets.</summary>
    private const int Digits = 5;

    /// <summary>The least slope, which isn't rounded to 0: a model file with such a slope is broken.</summary>
    private const double LeastSlope = 1e-5;

    /// <param name="model">The model, not calibrated.</param>
    /// <param name="scores">Out-of-fold scores of texts like the training texts.</param>
    /// <param name="weights">The class weights; null if all are 1.</param>
    public static TrainedModel Calibrate(TrainedModel model, FoldScores scores, ErrorWeights? weights)
    {
        OutputWeights<float> output = model.Network.Output;
        (double? temperature, OutputCalibration calibration) = Fit(scores, output, weights);
        (double lossBefore, double errorBefore) = Figures(scores, output.Function.Kind, null);
        (double lossAfter, double errorAfter) = Figures(scores, output.Function.Kind, calibration);
        return model with
        {
            Network = model.Network.WithOutput(calibration.Apply(output)),
            Calibration = new CalibrationReport(temperature, calibration, scores.Count)
            {
                LossBefore = lossBefore,
                LossAfter = lossAfter,
                CalibrationErrorBefore = errorBefore,
                CalibrationErrorAfter = errorAfter,
            },
        };
    }

    private static (double? Temperature, OutputCalibration Calibration) Fit(
        FoldScores scores, OutputWeights<float> output, ErrorWeights? weights)
    {
        double common = TemperatureFit.Slope(scores, OutputFunctions.Of<double>(output.Function.Kind), weights);
        if (!output.Function.HasSeveralLabels)
        {
            double temperature = Math.Round(1 / common, Digits);
            return (temperature, OutputCalibration.OfTemperature(temperature));
        }

        if (output.Bias is null)
            return (null, new OutputCalibration([.. Enumerable.Repeat(Math.Round(common, Digits), output.Logits)], []));
        (double Slope, double Offset)[] fits =
            [.. Enumerable.Range(0, output.Logits).Select(label => LabelFit.Of(scores, label, common, weights?.Of(label) ?? 1))];
        return (null, new OutputCalibration(
            [.. fits.Select(fit => Math.Max(LeastSlope, Math.Round(fit.Slope, Digits)))],
            [.. fits.Select(fit => Math.Round(fit.Offset, Digits))]));
    }

    private static (double Loss, double Error) Figures(FoldScores scores, OutputKind kind, OutputCalibration? calibration)
    {
        IOutputFunction<double> function = OutputFunctions.Of<double>(kind);
        var tally = new CalibrationTally();
        double[] logits = new double[scores.LogitCount];
        double loss = 0;
        for (int t = 0; t < scores.Count; t++)
        {
            scores.CopyTo(t, calibration, logits);
            loss -= function.LogLikelihood(logits, scores.Target(t));
            tally.Add(function, logits, scores.Target(t));
        }

        return (loss / scores.Count, tally.Error);
    }
}
