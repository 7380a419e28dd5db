namespace MaxPoolConvNet.Tests;

[Trait("Category", "Slow")]
public class HyperbolicTangentTests
{
    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Float_IsWithinFourUnitsInTheLastPlace(string lanes)
    {
        float[] numbers = [.. Numbers()];
        float[] values = Run(lanes, numbers);
        for (int at = 0; at < numbers.Length; at++)
        {
            double exact = Math.Tanh(numbers[at]);
            float size = Math.Abs((float)exact);
            double unit = (double)MathF.BitIncrement(size) - size;
            double error = Math.Abs(values[at] - exact) / unit;
            if (!(error <= 4)) Assert.Fail($"tanh {numbers[at]:R} = {values[at]:R}, {error:F2} units from {exact:R}");
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Float_IsOddToTheBit(string lanes)
    {
        float[] numbers = [.. Numbers()];
        float[] values = Run(lanes, numbers);
        float[] ofNegated = Run(lanes, Array.ConvertAll(numbers, number => -number));
        Bits.Equal<float>(Array.ConvertAll(values, value => -value), ofNegated);
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Float_StaysWithinMinusOneAndOneAndGrows(string lanes)
    {
        float[] values = Run(lanes, [.. Enumerable.Range(-20_000, 40_000).Select(number => number / 1000f)]);
        Assert.InRange(values.Min(), -1, 1);
        Assert.InRange(values.Max(), -1, 1);

        // up to ±4, values for numbers a thousandth apart are further apart than the rounding
        for (int at = 16_000; at < 24_000; at++)
            Assert.True(values[at] < values[at + 1]);
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void SpecialValues_FollowTheStandard(string lanes)
    {
        float[] special = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue];
        float[] narrow = Run(lanes, special);
        Assert.True(float.IsNaN(narrow[0]));
        Bits.Equal<float>([1, -1, 0, -0f, float.Epsilon, -float.Epsilon, 1, -1], narrow.AsSpan(1));

        double[] wide = new double[64];
        special.Select(number => (double)number).ToArray().CopyTo(wide, 0);
        AllLanes.Run<HyperbolicTangent<double>, double>(lanes, new HyperbolicTangent<double>(wide));
        Assert.True(double.IsNaN(wide[0]));
        Bits.Equal<double>([1, -1, 0, -0.0, float.Epsilon, -float.Epsilon, 1, -1], wide.AsSpan(1, 8));
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Double_IsThePlatformsOwn(string lanes)
    {
        var values = GuardedArray<double>.Random(128, seed: 3);
        double[] expected = Array.ConvertAll(values.Span.ToArray(), Math.Tanh);

        AllLanes.Run<HyperbolicTangent<double>, double>(lanes, new HyperbolicTangent<double>(values.Span));

        Bits.Equal(expected, values.Span);
        values.CheckGuards();
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Float_AllLengths_WriteNothingElse(string lanes)
    {
        foreach (int length in AllLanes.Lengths<float>(lanes, most: 320))
        {
            var values = GuardedArray<float>.Random(length, seed: 4);
            float[] before = values.Span.ToArray();

            AllLanes.Run<HyperbolicTangent<float>, float>(lanes, new HyperbolicTangent<float>(values.Span));

            values.CheckGuards();
            for (int at = 0; at < length; at++)
                Assert.Equal(Math.Tanh(before[at]), values.Span[at], 1e-6);
        }
    }

    /// <summary>[−20, 20] in steps of 1/4096, the neighbours of where the formula changes, and ever smaller numbers down to the smallest.</summary>
    private static IEnumerable<float> Numbers()
    {
        for (int step = -20 * 4096; step <= 20 * 4096; step++)
            yield return step / 4096f;
        float border = 0.299f;
        for (int step = 0; step < 70_000; step++)
            yield return border = MathF.BitIncrement(border);
        for (float tiny = 0.3f; tiny > 0; tiny *= 0.4f)
            yield return tiny;
    }

    /// <summary>tanh of the numbers, filled up with zeros to whole lanes.</summary>
    private static float[] Run(string lanes, float[] numbers)
    {
        float[] values = new float[(numbers.Length + 63) / 64 * 64];
        numbers.CopyTo(values, 0);
        AllLanes.Run<HyperbolicTangent<float>, float>(lanes, new HyperbolicTangent<float>(values));
        return values[..numbers.Length];
    }
}
