using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Multiplies logits by positive slopes and adds offsets: z′_c = a_c·z_c + b_c.</summary>
/// <param name="slopes">a: one for all logits, or one per logit.</param>
/// <param name="offsets">b: empty for none, or one per logit.</param>
internal sealed class OutputCalibration(ImmutableArray<double> slopes, ImmutableArray<double> offsets)
{
    /// <summary>a: one for all logits, or one per logit.</summary>
    public ImmutableArray<double> Slopes { get; } = slopes;

    /// <summary>b: empty for none, or one per logit.</summary>
    public ImmutableArray<double> Offsets { get; } = offsets;

    /// <summary>Divides all logits by a temperature.</summary>
    public static OutputCalibration OfTemperature(double temperature) => new([1 / temperature], []);

    public double Slope(int logit) => Slopes[Slopes.Length == 1 ? 0 : logit];

    public double Offset(int logit) => Offsets.IsEmpty ? 0 : Offsets[logit];

    /// <summary>z′_c.</summary>
    public double Of(int logit, double value) => (Slope(logit) * value) + Offset(logit);

    /// <summary>Returns the output with a calibrated V and bias.</summary>
    public OutputWeights<float> Apply(OutputWeights<float> output) =>
        Map(output, Slope, (bias, logit) => Of(logit, bias));

    /// <summary>Returns the output as it was before <see cref="Apply"/>, but for rounding.</summary>
    public OutputWeights<float> Undo(OutputWeights<float> output) =>
        Map(output, logit => 1 / Slope(logit), (bias, logit) => (bias - Offset(logit)) / Slope(logit));

    private static OutputWeights<float> Map(OutputWeights<float> output, Func<int, double> factor, Func<double, int, double> biasOf)
    {
        var mapped = new OutputWeights<float>(output.Function, output.Logits, output.Features, output.Bias is not null);
        for (int c = 0; c < output.Logits; c++)
        {
            double ofRow = factor(c);
            for (int j = 0; j < output.Features; j++)
                mapped.Row(c)[j] = (float)(output.Row(c)[j] * ofRow);
            if (output.Bias is { } bias) mapped.Bias![c] = (float)biasOf(bias[c], c);
        }

        return mapped;
    }
}
