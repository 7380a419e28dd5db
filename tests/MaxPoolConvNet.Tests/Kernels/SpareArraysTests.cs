namespace MaxPoolConvNet.Tests;

/// <summary>Large arrays that are given back are used again, as zeros.</summary>
public class SpareArraysTests
{
    [Fact]
    public void AReturnedArray_IsTakenAgainAsZeros()
    {
        // a length that nothing else asks for
        const int Length = 7_654_321;
        double[] first = SpareArrays<double>.Take(Length);
        Array.Fill(first, 1.5);
        SpareArrays<double>.Return(first);

        double[] second = SpareArrays<double>.Take(Length - 1_000);
        double[] third = SpareArrays<double>.Take(Length - 1_000);

        Assert.Same(first, second);
        Assert.NotSame(first, third);
        Assert.Equal(-1, second.AsSpan(0, Length - 1_000).IndexOfAnyExcept(0));
        GC.KeepAlive(first);
    }

    [Fact]
    public void AnArrayThatIsMuchTooLong_IsNotTaken()
    {
        double[] first = SpareArrays<double>.Take(9_876_543);
        SpareArrays<double>.Return(first);
        Assert.NotSame(first, SpareArrays<double>.Take(1_234_567));
        GC.KeepAlive(first);
    }
}
