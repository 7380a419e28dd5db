namespace MaxPoolConvNet.Tests;

public class ExponentialTests
{
    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void IsWithinTwoUnitsInTheLastPlace(string lanes)
    {
        float[] values = [.. Enumerable.Range(0, 86 * 512 + 1).Select(step => 3 - (step / 512f))];
        float[] results = new float[values.Length];

        AllLanes.Run<Exponential, float>(lanes, new Exponential(values, 3, results));

        for (int at = 0; at < values.Length; at++)
        {
            double exact = Math.Exp((double)values[at] - 3);
            double unit = (double)MathF.BitIncrement((float)exact) - (float)exact;
            double error = Math.Abs(results[at] - exact) / unit;
            if (!(error <= 2)) Assert.Fail($"e^{values[at] - 3:R} = {results[at]:R}, {error:F2} units from {exact:R}");
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void AnyNumberOfValues_GivesTheSameBitsAndWritesNothingElse(string lanes)
    {
        for (int length = 0; length <= 150; length++)
        {
            var values = GuardedArray<float>.Random(length, seed: 5);
            float[] expected = new float[length];
            for (int at = 0; at < length; at++)
                AllLanes.Run<Exponential, float>(nameof(SingleLane<>), new Exponential(values.Span.Slice(at, 1), 1.5f, expected.AsSpan(at)));

            AllLanes.Run<Exponential, float>(lanes, new Exponential(values.Span, 1.5f, values.Span));

            Bits.Equal<float>(expected, values.Span);
            values.CheckGuards();
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void FarBelowTheLargest_IsTinyButNormal(string lanes)
    {
        float[] results = new float[3];
        AllLanes.Run<Exponential, float>(lanes, new Exponential([0, -86, -1e30f], 0, results));

        Assert.Equal(1, results[0]);
        Assert.True(float.IsNormal(results[1]));
        Assert.Equal(results[1], results[2]);
    }
}
