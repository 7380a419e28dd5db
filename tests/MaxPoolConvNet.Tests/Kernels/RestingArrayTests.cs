namespace MaxPoolConvNet.Tests;

/// <summary>An array of optimizer's numbers keeps them while it rests, and takes less memory if most of them are 0.</summary>
public class RestingArrayTests
{
    // of whole lines, and not
    private const int Length = 1_000_003;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(Length)]
    public void Span_AfterARest_HasTheSameBits(int numbers)
    {
        var array = new RestingArray(Length);
        var random = new Random(6);
        for (int n = 0; n < numbers; n++)
            array.Span[random.Next(Length)] = n % 3 == 0 ? -0f : random.NextSingle();
        array.Span[^1] = 7;
        float[] before = array.Span.ToArray();

        for (int rest = 0; rest < 3; rest++)
        {
            array.Rest();
            Bits.Equal<float>(before, array.Span);
        }
    }

    [Fact]
    public void Rest_WithFewNumbers_GivesTheMemoryBack()
    {
        // a length that nothing else asks for
        var array = new RestingArray(5_432_107);
        array.Span[123_456] = 1;
        Span<float> memory = array.Span;
        array.Rest();

        float[] other = SpareArrays<float>.Take(5_432_107 + 16);
        Assert.True(memory.Overlaps(other));
        Assert.False(array.Span.Overlaps(other));
        Assert.Equal(1, array.Span[123_456]);
    }

    [Fact]
    public void Rest_WithManyNumbers_StaysWhereItIs()
    {
        var array = new RestingArray(4_321_098);
        array.Span.Fill(1);
        Span<float> memory = array.Span;
        array.Rest();

        Assert.True(memory.Overlaps(array.Span));
    }

    [Fact]
    public void Release_AtRest_LeavesNoNumbers()
    {
        var array = new RestingArray(Length);
        array.Span[5] = 1;
        array.Rest();
        array.Release();

        Assert.Equal(0, array.Span.Length);
    }
}
