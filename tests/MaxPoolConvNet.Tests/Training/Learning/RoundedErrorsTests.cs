using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>The errors of many labels, rounded at random: few are left, and the mean stays.</summary>
public class RoundedErrorsTests
{
    [Fact]
    public void Round_KeepsTheMean()
    {
        const int Draws = 40_000;
        float[] errors = [0.9f, -0.02f, 0.003f, -0.0004f, -0.4f, 0, 0.031f];
        double[] sums = new double[errors.Length];
        for (int draw = 0; draw < Draws; draw++)
        {
            float[] rounded = [.. errors];
            RoundedErrors.Round(rounded, new CounterRandom(5).Stream((ulong)draw));
            for (int c = 0; c < rounded.Length; c++)
                sums[c] += rounded[c];
        }

        for (int c = 0; c < errors.Length; c++)
        {
            // five standard errors of a mean of numbers that are 0 or 1/32
            double tolerance = 5 * Math.Sqrt(Math.Abs(errors[c]) / 32 / Draws);
            Assert.Equal(errors[c], sums[c] / Draws, tolerance + 1e-6);
        }
    }

    [Fact]
    public void Round_LeavesLargeErrorsAndFewSmallOnes()
    {
        float[] errors = [.. Enumerable.Repeat(-1f / 5_000, 5_000)];
        errors[17] = 0.75f;

        RoundedErrors.Round(errors, new CounterRandom(3));

        Assert.Equal(0.75f, errors[17]);
        Assert.InRange(errors.Count(error => error != 0), 10, 64);
        Assert.All(errors.Where((error, c) => c != 17), error => Assert.True(error is 0 or -1f / 32));
    }

    [Fact]
    public void ThreeHundredLabels_AreTrainedAndTheNumberOfThreadsChangesNoBit()
    {
        LabeledText[] texts =
        [
            .. Enumerable.Range(0, 1_200).Select(t => new LabeledText($"label {t % 300}", $"a word{t % 300} in text {t % 7} or so")),
        ];
        TrainingOptions options = TrainingCalls.Small with { Epochs = 12, BatchSize = 8, Calibration = Calibration.None };

        TextClassifier one = TextClassifier.Train(
            texts, options with { Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        TextClassifier two = TextClassifier.Train(
            texts, options with { Threads = 2 }, cancellationToken: TestContext.Current.CancellationToken);
        TextClassifier byText = TextClassifier.Train(
            texts, options with { BatchSize = 1 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Weights.Of(one), Weights.Of(two));
        Assert.True(byText.Evaluate(texts).Accuracy > 0.9);
    }
}
