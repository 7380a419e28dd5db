using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>What training and prediction ask of the three outputs, beside probabilities and gradients.</summary>
public class OutputFunctionTests
{
    private static readonly IOutputFunction<float> _logistic = OutputFunctions.Of<float>(OutputKind.Logistic);
    private static readonly IOutputFunction<float> _softmax = OutputFunctions.Of<float>(OutputKind.Softmax);
    private static readonly IOutputFunction<float> _multiLabel = OutputFunctions.Of<float>(OutputKind.MultiLabel);

    [Fact]
    public void TheUsualOutput_DependsOnTheNumberOfLabels()
    {
        Assert.Equal(OutputKind.Logistic, OutputFunctions.KindFor(2, severalLabels: false));
        Assert.Equal(OutputKind.Softmax, OutputFunctions.KindFor(3, severalLabels: false));
        Assert.Equal(OutputKind.MultiLabel, OutputFunctions.KindFor(2, severalLabels: true));
        ArgumentOutOfRangeException problem = Assert.Throws<ArgumentOutOfRangeException>(() => OutputFunctions.Of<float>((OutputKind)9));
        Assert.StartsWith("there is no such output", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheLogisticOutput_HasOneLogitForTwoClasses()
    {
        Assert.Equal((0, -1), _logistic.LogitOf(0));
        Assert.Equal((0, 1), _logistic.LogitOf(1));
        Assert.Equal((0, -0.5), _logistic.RowForMoreClasses(0));
        Assert.Equal((0, 0.5), _logistic.RowForMoreClasses(1));
        Assert.Equal((-3.0, 3.0), (_logistic.Score<float>([3f], 0), _logistic.Score<float>([3f], 1)));
        double[] probabilities = new double[2];
        _logistic.ClassProbabilities([2f], probabilities);
        Assert.Equal([1 / (1 + Math.Exp(2)), 1 / (1 + Math.Exp(-2))], probabilities);
        Assert.Equal(Math.Log(2), _logistic.LossOfGuessing(2));
    }

    [Theory]
    [InlineData(-0.1f, 0)]
    [InlineData(0, 0)] // equally probable: the first
    [InlineData(0.1f, 1)]
    public void TheLogisticOutput_TakesTheMoreProbableClass(float logit, int expected)
    {
        Assert.Equal(expected, _logistic.MostProbable([logit]));
        Assert.True(_logistic.IsHit([logit], Target.OfClass(expected)));
        Assert.False(_logistic.IsHit([logit], Target.OfClass(1 - expected)));
    }

    [Fact]
    public void Softmax_TakesTheFirstOfTheMostProbable()
    {
        Assert.Equal(1, _softmax.MostProbable([1, 2, 2]));
        Assert.True(_softmax.IsHit([1, 2, 2], Target.OfClass(1)));
        Assert.False(_softmax.IsHit([1, 2, 2], Target.OfClass(2)));
        Assert.Equal(2, _softmax.Score<float>([1, 2, 2], 1));
        Assert.Equal(Math.Log(7), _softmax.LossOfGuessing(7));
        double[] probabilities = new double[3];
        _softmax.ClassProbabilities([1, 2, 2], probabilities);
        double sum = Math.Exp(-1) + 2;
        Assert.Equal([Math.Exp(-1) / sum, 1 / sum, 1 / sum], probabilities, new Close(1e-15));
        Assert.Equal(probabilities[0], _softmax.ClassProbability([1, 2, 2], 0), 1e-15);
    }

    /// <summary>Exponentials come in blocks; the largest logit is in the second.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(200)]
    public void SoftmaxOfManyLabels_HasTheLogLikelihoodOfTheSumWrittenOut(int largest)
    {
        double[] logits = [.. Enumerable.Range(0, 300).Select(c => c == largest ? 5 : Math.Sin(c))];
        double expected = logits[7] - Math.Log(logits.Sum(Math.Exp));

        Assert.Equal(expected, OutputFunctions.Of<double>(OutputKind.Softmax).LogLikelihood(logits, Target.OfClass(7)), 12);
        Assert.Equal(expected, _softmax.LogLikelihood([.. logits.Select(logit => (float)logit)], Target.OfClass(7)), 5);
    }

    [Fact]
    public void SeveralLabels_AreHitIfAllOfThemAreRight()
    {
        float[] logits = [1, -1, 0]; // 0.5 is enough
        Assert.True(_multiLabel.IsHit(logits, Target.OfClasses(0, 2)));
        Assert.False(_multiLabel.IsHit(logits, Target.OfClasses(0)));
        Assert.False(_multiLabel.IsHit(logits, Target.OfClasses(0, 1, 2)));
        Assert.Equal(0, _multiLabel.MostProbable(logits));
        Assert.Equal(3 * Math.Log(2), _multiLabel.LossOfGuessing(3));
        double[] probabilities = new double[3];
        _multiLabel.ClassProbabilities(logits, probabilities);
        Assert.Equal([1 / (1 + Math.Exp(-1)), 1 / (1 + Math.Exp(1)), 0.5], probabilities, new Close(1e-15));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Weights_GiveLogits_SumsOfShards_AndTheGradientOfH(bool hasBias)
    {
        var weights = new OutputWeights<double>(OutputKind.Softmax, 3, 2_500, hasBias);
        for (int c = 0; c < 3; c++)
        {
            for (int j = 0; j < 2_500; j++)
                weights.Row(c)[j] = c + (j % 7);
            if (hasBias) weights.Bias![c] = 0.25 * c;
        }

        double[] pooled = [.. Enumerable.Range(0, weights.Stride).Select(j => j < 2_500 ? j % 5 : 0.0)];
        double[] logits = new double[3];
        weights.Forward(pooled, logits);
        int shards = FilterShards.Count(2_500);
        double[] sums = new double[3 * shards];
        weights.ShardSums(pooled, sums);
        double[] gradient = [.. Enumerable.Repeat(9.0, weights.Stride)];
        weights.Backward([1, 2, -1], gradient);
        OutputWeights<float> single = weights.To<float>();

        Assert.True(shards > 1);
        for (int c = 0; c < 3; c++)
        {
            double expected = Enumerable.Range(0, 2_500).Sum(j => (c + (j % 7.0)) * (j % 5));
            Assert.Equal(expected + (hasBias ? 0.25 * c : 0), logits[c]);
            Assert.Equal(expected, sums.AsSpan(c * shards, shards).ToArray().Sum());
            Assert.Equal(c + 6, single.Row(c)[6]);
            Assert.Equal(hasBias ? 0.25f * c : null, single.Bias?[c]);
        }

        // 1·0 + 2·1 − 1·2, and the sum of the errors times j % 7
        Assert.Equal(2 * 3.0, gradient[3]);
        Assert.Equal(2 * 6.0, gradient[6]);
        Assert.Equal(weights.RowsFrom(2).ToArray(), weights.Row(2).ToArray());
    }

    [Fact]
    public void TooManyWeights_AreNamed() => Assert.StartsWith(
        "1,048,576 rows × 4,096 features of V are more than the 2,147,483,591 entries",
        Assert.Throws<ArgumentException>(() => new OutputWeights<float>(OutputKind.Softmax, 1 << 20, 1 << 12, false)).Message,
        StringComparison.Ordinal);

    private sealed class Close(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double one, double other) => Math.Abs(one - other) <= tolerance;

        public int GetHashCode(double number) => 0;
    }
}
