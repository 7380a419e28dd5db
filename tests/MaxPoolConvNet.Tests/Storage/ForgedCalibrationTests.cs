using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>Files whose calibration somebody changed on purpose, with a checksum that fits.</summary>
public class ForgedCalibrationTests
{
    private static readonly TextClassifier _classifier =
        TrainingCalls.Train(ToyTexts.Noise(60), TrainingCalls.Small with { Calibration = Calibration.OutOfFold }).Classifier;

    private static readonly byte[] _model = SavedModel.Of(_classifier);

    private static readonly byte[] _ofSeveralLabels = SavedModel.Of(TrainingCalls.Train(
        TagTexts.Make(64), TrainingCalls.Small with { Calibration = Calibration.OutOfFold }).Classifier);

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
    [InlineData("texts\\u0022:60", "texts\\u0022:-60", "has -60 texts; at least 1 was expected")]
    [InlineData("texts\\u0022:60,\\u0022lossB", "texts\\u0022:0,\\u0022lossB", "has 0 texts")]
    [InlineData("\\u0022texts", "\\u0022words", "texts")]
    [InlineData("\\u0022lossBefore", "\\u0022loss", "lossBefore")]
    [InlineData("lossBefore\\u0022:", "lossBefore\\u0022:1e999,\\u0022was\\u0022:", "lossBefore")]
    public void Fields_ThatAreWrong(string replaced, string by, string expected)
    {
        byte[] forged = SavedModel.Forged(_model, replaced, by);
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => SavedModel.Load(forged)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneText_IsEnough() =>
        Assert.Equal(1, SavedModel.Load(SavedModel.Forged(_model, "texts\\u0022:60,\\u0022lossB", "texts\\u0022:1,\\u0022lossB")).Calibration!.TextCount);

    [Fact]
    public void ThreeLabelsOfWhichATextHasOne_HaveOneTemperature()
    {
        LabeledText[] texts = [.. ToyTexts.Noise(60), .. Enumerable.Repeat(new LabeledText("third", "something else"), 20)];
        TextClassifier classifier = TrainingCalls.Train(texts, TrainingCalls.Small with { Calibration = Calibration.OutOfFold }).Classifier;
        Assert.Equal(classifier.Calibration!.Temperature, SavedModel.Load(SavedModel.Of(classifier)).Calibration!.Temperature);
    }

    // three labels: as many slopes and offsets
    [Theory]
    [InlineData("slopes\\u0022:[", "slopes\\u0022:[1,", "has 4 slopes and 3 offsets; 3 and 3 were expected")]
    [InlineData("offsets\\u0022:[", "offsets\\u0022:[1,", "has 3 slopes and 4 offsets; 3 and 3 were expected")]
    [InlineData("slopes\\u0022:[", "slopes\\u0022:[0,2,2],\\u0022other\\u0022:[", "isn't a number above 0")]
    [InlineData("slopes\\u0022:[", "slopes\\u0022:[2,-2,2],\\u0022other\\u0022:[", "isn't a number above 0")]
    [InlineData("offsets\\u0022:[", "offsets\\u0022:[0,1e999,0],\\u0022other\\u0022:[", "has an offset that isn't a number")]
    public void NumbersOfSeveralLabels_ThatAreWrong(string replaced, string by, string expected)
    {
        byte[] forged = SavedModel.Forged(_ofSeveralLabels, replaced, by);
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => SavedModel.Load(forged)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileWithoutCalibration_HasNone()
    {
        byte[] earlier = SavedModel.Forged(_model, "\"calibration\"", "\"calibratiom\"");
        Assert.Null(SavedModel.Load(earlier).Calibration);
    }
}
