using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class CalibrationTests
{
    private static readonly TrainingOptions _uncalibrated = TrainingCalls.Small with { Calibration = Calibration.None, Compact = false };
    private static readonly TrainingOptions _calibrated = _uncalibrated with { Calibration = Calibration.OutOfFold };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void OneTemperature_DividesVAndTheBias()
    {
        LabeledText[] texts = ToyTexts.Noise(60);
        TextClassifier before = TrainingCalls.Train(texts, _uncalibrated).Classifier;
        TextClassifier after = TrainingCalls.Train(texts, _calibrated).Classifier;

        double temperature = after.Calibration!.Temperature!.Value;
        Assert.Null(before.Calibration);
        Assert.Equal(60, after.Calibration.TextCount);
        Assert.NotEqual(1, temperature);
        (double[] v, double[] calibrated) = (Output(before), Output(after));
        Assert.All(v.Zip(calibrated), pair => Assert.Equal(pair.First, pair.Second * temperature, 1e-6));
        foreach (LabeledText text in texts)
        {
            (Prediction one, Prediction other) = (before.Predict(text.Text), after.Predict(text.Text));
            Assert.Equal(one.Label, other.Label);
            Assert.Equal(Logit(one.Probability), temperature * Logit(other.Probability), 1e-4);
        }
    }

    [Fact]
    public void LabelsThatNothingPredicts_GetProbabilitiesNearHalf()
    {
        // each text has a word of its own, which training learns by heart; a network that hasn't seen the text knows nothing
        LabeledText[] texts = [.. Enumerable.Range(0, 200).Select(t => new LabeledText(new CounterRandom(3).Below(2, (ulong)t) == 0 ? "a" : "b", $"own{t}a own{t}b common"))];
        TrainingOptions longer = _calibrated with { Epochs = 30 };

        TextClassifier sure = TrainingCalls.Train(texts, longer with { Calibration = Calibration.None }).Classifier;
        TextClassifier modest = TrainingCalls.Train(texts, longer).Classifier;

        Assert.All(texts, text => Assert.True(sure.Predict(text.Text).Probability > 0.8));
        Assert.True(modest.Calibration!.Temperature > 1);
        Assert.True(modest.Calibration.LossAfter <= modest.Calibration.LossBefore);
        Assert.Equal(Math.Log(2), modest.Calibration.LossAfter, 0.02);
    }

    [Fact]
    public void SeveralLabels_GetASlopeAndAnOffsetEach()
    {
        LabeledText[] texts = SeveralLabels(120);
        TextClassifier before = TrainingCalls.Train(texts, _uncalibrated).Classifier;
        TextClassifier after = TrainingCalls.Train(texts, _calibrated).Classifier;

        CalibrationReport report = after.Calibration!;
        Assert.Null(report.Temperature);
        Assert.Equal((3, 3), (report.Slopes.Length, report.Offsets.Length));
        foreach (LabeledText text in texts)
        {
            (LabelScores one, LabelScores other) = (before.Score(text.Text), after.Score(text.Text));
            for (int c = 0; c < 3; c++)
                Assert.Equal((report.Slopes[c] * Logit(one[c].Probability)) + report.Offsets[c], Logit(other[c].Probability), 1e-3);
        }
    }

    [Fact]
    public void ALabelThatScoresPredictTheWrongWayRound_KeepsASlopeAboveZeroAndLoads()
    {
        TrainedModel model = TrainingCalls.Train(SeveralLabels(60), _uncalibrated).Classifier.Model;
        var scores = new FoldScores([.. Enumerable.Range(0, 400).Select(t => Target.OfClasses(t % 2 == 0 ? [0] : []))], model.Labels.Labels.Length);
        for (int t = 0; t < scores.Count; t++)
            scores.Logits(t)[0] = t % 2 == 0 ? -4 : 4;

        TextClassifier calibrated = new(ModelCalibrator.Calibrate(model, scores, weights: null));
        using var file = new MemoryStream();
        calibrated.Save(file);

        Assert.Equal(1e-5, calibrated.Calibration!.Slopes[0]);
        Assert.Equal(calibrated.Calibration.Slopes, TextClassifier.Load(new MemoryStream(file.ToArray())).Calibration!.Slopes);
    }

    [Fact]
    public void ExplanationsAndTheNetwork_AreCalibrated()
    {
        TextClassifier classifier = TrainingCalls.Train(ToyTexts.Noise(60), _calibrated).Classifier;
        string text = ToyTexts.Noise(60)[7].Text;

        double[] logits = [.. classifier.ToConvNet().Forward(TextInput.FromWordIds(Ids(classifier, text))).Probabilities];

        Assert.Equal(classifier.Score(text)[1].Probability, logits[0], 1e-6);
    }

    [Fact]
    public void SavedAndLoaded_ItIsTheSame()
    {
        foreach (LabeledText[] texts in (LabeledText[][])[ToyTexts.Noise(60), SeveralLabels(60)])
        {
            TextClassifier classifier = TrainingCalls.Train(texts, _calibrated).Classifier;
            var file = new MemoryStream();
            classifier.Save(file);
            file.Position = 0;
            TextClassifier loaded = TextClassifier.Load(file);
            var again = new MemoryStream();
            loaded.Save(again);

            Assert.Equal(file.ToArray(), again.ToArray());
            Assert.Equal(classifier.Calibration!.Temperature, loaded.Calibration!.Temperature);
            Assert.Equal(classifier.Calibration.Slopes, loaded.Calibration.Slopes);
            Assert.Equal(classifier.Calibration.CalibrationErrorAfter, loaded.Calibration.CalibrationErrorAfter);
        }
    }

    [Fact]
    public void Continue_StartsFromTheWeightsBeforeCalibration()
    {
        LabeledText[] texts = ToyTexts.Noise(60);
        TrainingOptions still = _uncalibrated with { Epochs = 1, Optimizer = new Sgd { LearningRate = 1e-7 } };
        TextClassifier before = TrainingCalls.Train(texts, _uncalibrated).Classifier;
        TextClassifier calibrated = TrainingCalls.Train(texts, _calibrated).Classifier;

        TextClassifier continued = new Trainer(still).Continue(calibrated, texts, null, Token).Classifier;
        TextClassifier anew = new Trainer(still with { Calibration = Calibration.OutOfFold }).Continue(calibrated, texts, null, Token).Classifier;

        Assert.Null(continued.Calibration);
        Assert.All(Output(before).Zip(Output(continued)), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.NotNull(anew.Calibration);
        Assert.NotEqual(calibrated.Calibration!.Temperature, anew.Calibration.Temperature);
    }

    [Theory]
    [InlineData(10, "there are 10 texts to train on; at least 20 are needed")]
    [InlineData(19, "there are 19 texts to train on; at least 20 are needed")]
    public void TooFewTexts_TrainWithout_AndTheResultSaysSo(int count, string reason)
    {
        TrainingResult result = TrainingCalls.Train(ToyTexts.Separable(count), _calibrated);
        TrainingResult without = TrainingCalls.Train(ToyTexts.Separable(count), _uncalibrated);

        Assert.Null(result.Classifier.Calibration);
        Assert.Equal(reason, result.UncalibratedReason);
        Assert.Null(without.UncalibratedReason);
        Assert.Equal(Weights.Of(without.Classifier), Weights.Of(result.Classifier));
    }

    [Fact]
    public void ALabelOfOneText_IsntHeldOut()
    {
        LabeledText[] two = [new("rare", "once"), .. Enumerable.Range(0, 40).Select(t => new LabeledText("common", $"word{t % 3}"))];
        LabeledText[] three = [new("rare", "once"), .. ToyTexts.Separable(40)];

        TrainingResult ofTwo = TrainingCalls.Train(two, _calibrated);
        TrainingResult ofThree = TrainingCalls.Train(three, _calibrated);

        Assert.Equal("fewer than two labels have two texts, or fewer than 20 texts share a label with others", ofTwo.UncalibratedReason);
        Assert.Null(ofThree.UncalibratedReason);
        Assert.Equal(40, ofThree.Classifier.Calibration!.TextCount);
    }

    [Fact]
    public void ManyTexts_AreCalibratedOnAFifth()
    {
        TextClassifier classifier = TrainingCalls.Train(ToyTexts.Separable(5_000), _calibrated with { Epochs = 1 }).Classifier;
        Assert.Equal(1_000, classifier.Calibration!.TextCount);
    }

    [Fact]
    public void TextsHeldOutForEarlyStopping_ArentUsed()
    {
        TrainingResult result = TrainingCalls.Train(ToyTexts.Noise(100), _calibrated with { EarlyStopping = new EarlyStopping { HeldOutFraction = 0.2 } });
        Assert.Equal(80, result.Classifier.Calibration!.TextCount);
    }

    [Fact]
    public void ClassWeights_WeighTheTexts()
    {
        LabeledText[] texts = SeveralLabels(200);
        CalibrationReport plain = TrainingCalls.Train(texts, _calibrated).Classifier.Calibration!;
        CalibrationReport weighted =
            TrainingCalls.Train(texts, _calibrated with { ClassWeights = new Dictionary<string, double> { ["rain"] = 20 } }).Classifier.Calibration!;

        // training with the weight already says "rain" more often; calibrated without it, the offset would take that back
        int rain = 1;
        Assert.True(weighted.Offsets[rain] > plain.Offsets[rain] - 1, $"{weighted.Offsets[rain]} beside {plain.Offsets[rain]}");
    }

    [Fact]
    public void ThreadsChangeNothing()
    {
        LabeledText[] texts = ToyTexts.Noise(60);
        double[] one = Weights.Of(TrainingCalls.Train(texts, _calibrated with { Networks = 2 }).Classifier);
        double[] four = Weights.Of(TrainingCalls.Train(texts, _calibrated with { Networks = 2, Threads = 4 }).Classifier);
        Assert.Equal(one, four);
    }

    private static LabeledText[] SeveralLabels(int count) =>
    [
        .. Enumerable.Range(0, count).Select(t =>
        {
            CounterRandom random = new CounterRandom(5).Stream((ulong)t);
            string[] labels = [.. ((string[])["hail", "rain", "wind"]).Where((_, at) => random.Below(3, (ulong)at) == 0)];
            return new LabeledText([.. labels], $"{string.Join(' ', labels.Where((_, at) => random.Below(4, 10 + (ulong)at) > 0))} w{random.Below(5, 20)} w{random.Below(5, 21)}");
        }),
    ];

    private static double Logit(double probability) => Math.Log(probability / (1 - probability));

    private static double[] Output(TextClassifier classifier) =>
        [.. classifier.ToConvNet().Parameters.Where(one => one.Name.StartsWith('V')).SelectMany(one => one.ToMatrix().Enumerate())];

    private static int[] Ids(TextClassifier classifier, string text) =>
        [.. text.Split(' ').Select(word => classifier.Vocabulary.TryGetId(word, out int id) ? id : -1).Where(id => id >= 0)];
}
