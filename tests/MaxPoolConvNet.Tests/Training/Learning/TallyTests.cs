using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class TallyTests
{
    private static readonly IOutputFunction<float> _logistic = OutputFunctions.Of<float>(OutputKind.Logistic);

    [Fact]
    public void ASum_CountsTheTextsOfBoth()
    {
        // −log σ(2), −log σ(−1) and −log σ(−3): the first is right, the others aren't
        Tally one = Of((2, 1));
        Tally other = Of((-1, 1), (3, 0));

        Tally sum = one + other;

        Assert.Equal((1, 2, 3), (one.Texts, other.Texts, sum.Texts));
        Assert.Equal((0.1269280110 + 1.3132616875 + 3.0485873516) / 3, sum.Loss, 1e-6);
        Assert.Equal(1.0 / 3, sum.Accuracy);
    }

    [Fact]
    public void NoTexts_HaveNoLoss() => Assert.Equal((0, 0.0, 0.0), (default(Tally).Texts, default(Tally).Loss, default(Tally).Accuracy));

    private static Tally Of(params (float Logit, int Label)[] texts)
    {
        var tally = default(Tally);
        foreach ((float logit, int label) in texts)
            tally.Add(_logistic, [logit], Target.OfClass(label));
        return tally;
    }
}
