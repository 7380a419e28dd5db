using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>Files whose calibration somebody changed on purpose, with a checksum that fits.</summary>
public class ForgedCalibrationTests
{
    private static readonly TextClassifier _classifier =
        TrainingCalls.Train(ToyTexts.Noise(60), TrainingCalls.Small with { Calibration = Calibration.OutOfFold }).Classifier;

    private static readonly byte[] _model = SavedModel.Of(_classifier);

    private static string Temperature => FormattableString.Invariant($"temperature\\u0022:{_classifier.Calibration!.Temperature}");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e-320")]
    [InlineData("1e999")]
    [InlineData("null")]
    [InlineData("\\u0022warm\\u0022")]
    public void Temperatures_ThatAreNone(string temperature)
    {
        byte[] forged = SavedModel.Forged(_model, Temperature, $"temperature\\u0022:{temperature}");
        Assert.Contains("calibration", Assert.Throws<InvalidDataException>(() => SavedModel.Load(forged)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("texts\\u0022:60", "texts\\u0022:-60", "texts")]
    [InlineData("\\u0022texts", "\\u0022words", "texts")]
    [InlineData("\\u0022lossBefore", "\\u0022loss", "lossBefore")]
    [InlineData("lossBefore\\u0022:", "lossBefore\\u0022:1e999,\\u0022was\\u0022:", "lossBefore")]
    public void Fields_ThatAreWrong(string replaced, string by, string expected)
    {
        byte[] forged = SavedModel.Forged(_model, replaced, by);
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => SavedModel.Load(forged)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileWithoutCalibration_HasNone()
    {
        byte[] earlier = SavedModel.Forged(_model, "\"calibration\"", "\"calibratiom\"");
        Assert.Null(SavedModel.Load(earlier).Calibration);
    }
}
