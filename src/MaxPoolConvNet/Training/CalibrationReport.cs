using System.Collections.Immutable;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>How the probabilities of a classifier were calibrated, and what this changed. Immutable and thread-safe.</summary>
/// <remarks>
/// <para>
/// Networks trained like those of the classifier, each on a part of the training texts, predict the texts that were held out from them.
/// The logits of these out-of-fold predictions are fitted to the labels by maximum likelihood. If labels exclude each other, all logits are
/// divided by one temperature T (Guo, Pleiss, Sun and Weinberger 2017, "On calibration of modern neural networks", section 4.2), which
/// never changes the order of labels. If texts may have several labels, the logit of label c becomes a_c·z_c + b_c with a slope a_c above 0
/// and an offset b_c (Platt 1999). All are drawn toward no change by a normal prior, which decides where texts are few.
/// </para>
/// <para>
/// The result is part of V and the output bias: predictions, explanations, <see cref="TextClassifier.ToConvNet"/> and files have
/// calibrated weights. The figures are those of the out-of-fold predictions.
/// </para>
/// </remarks>
public sealed class CalibrationReport
{
    internal CalibrationReport(double? temperature, OutputCalibration output, int textCount)
    {
        Temperature = temperature;
        Output = output;
        TextCount = textCount;
    }

    /// <summary>
    /// T, by which all logits are divided; above 1, probabilities became less sure. Null if texts may have several labels.
    /// </summary>
    public double? Temperature { get; }

    /// <summary>The slope a_c of each label, in the order of the labels; empty if labels exclude each other.</summary>
    public ImmutableArray<double> Slopes => Temperature is null ? Output.Slopes : [];

    /// <summary>
    /// The offset b_c of each label, in the order of the labels; empty if labels exclude each other or the network has no output bias.
    /// </summary>
    public ImmutableArray<double> Offsets => Output.Offsets;

    /// <summary>The number of out-of-fold predictions.</summary>
    public int TextCount { get; }

    /// <summary>The mean of −L of the predictions before calibration, in nats, without class weights.</summary>
    public double LossBefore { get; internal init; }

    /// <summary>The mean of −L of the predictions after calibration, in nats, without class weights.</summary>
    public double LossAfter { get; internal init; }

    /// <summary>
    /// The expected calibration error before calibration, as <see cref="Evaluation.EvaluationReport.ExpectedCalibrationError"/> defines it.
    /// </summary>
    public double CalibrationErrorBefore { get; internal init; }

    /// <summary>The expected calibration error after calibration.</summary>
    public double CalibrationErrorAfter { get; internal init; }

    /// <summary>What was applied to V and the output bias.</summary>
    internal OutputCalibration Output { get; }
}
