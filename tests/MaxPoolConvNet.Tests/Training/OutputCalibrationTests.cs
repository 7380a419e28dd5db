using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class OutputCalibrationTests
{
    private static readonly OutputWeights<float> _output = Output();

    [Fact]
    public void ATemperature_DividesEveryLogit()
    {
        OutputWeights<float> applied = OutputCalibration.OfTemperature(4).Apply(_output);

        Assert.Equal([0.25f, -0.5f, 0.75f], RowOf(applied, 0));
        Assert.Equal([1, 1.25f, 0], RowOf(applied, 1));
        Assert.Equal([0.125f, -1], applied.Bias!);
    }

    [Fact]
    public void SlopesAndOffsets_AreThoseOfEachLogit_AndCanBeTakenBack()
    {
        var calibration = new OutputCalibration([2, 0.5], [1, -3]);
        OutputWeights<float> applied = calibration.Apply(_output);

        Assert.Equal([2, -4, 6], RowOf(applied, 0));
        Assert.Equal([2, 2.5f, 0], RowOf(applied, 1));
        Assert.Equal([2, -5], applied.Bias!);
        OutputWeights<float> before = calibration.Undo(applied);
        Assert.Equal(RowOf(_output, 0), RowOf(before, 0));
        Assert.Equal(RowOf(_output, 1), RowOf(before, 1));
        Assert.Equal(_output.Bias!, before.Bias!);
    }

    [Fact]
    public void AReport_HasATemperatureOrNumbersOfEachLabel()
    {
        var one = new CalibrationReport(4, OutputCalibration.OfTemperature(4), 20);
        var several = new CalibrationReport(null, new OutputCalibration([2, 0.5], [1, -3]), 20);

        Assert.Equal(4, one.Temperature);
        Assert.Empty(one.Slopes);
        Assert.Empty(one.Offsets);
        Assert.Equal([2, 0.5], several.Slopes);
        Assert.Equal([1, -3], several.Offsets);
    }

    // without what a row is padded with
    private static float[] RowOf(OutputWeights<float> output, int logit) => output.Row(logit)[..3].ToArray();

    private static OutputWeights<float> Output()
    {
        var output = new OutputWeights<float>(OutputKind.MultiLabel, 2, 3, hasBias: true);
        new float[] { 1, -2, 3 }.CopyTo(output.Row(0));
        new float[] { 4, 5, 0 }.CopyTo(output.Row(1));
        new[] { 0.5f, -4 }.CopyTo(output.Bias!, 0);
        return output;
    }
}
