using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Adds up the gradients of a filter table over the texts of a batch, and remembers which entries have one.</summary>
/// <remarks>Each block of filters has its own instance. They share the array of sums, but never its entries.</remarks>
internal sealed class EntrySums(AlignedArray<float> sums) : IEntryVisitor<float>
{
    private int[] _touched = new int[1024];
    private int _count;

    public void Visit(int at, int entry, float gradient)
    {
        // a sum that returned to 0 is noted twice, and has no gradient left the second time
        ref float sum = ref sums.Span[entry];
        if (sum == 0)
        {
            if (_count == _touched.Length) Array.Resize(ref _touched, 2 * _count);
            _touched[_count++] = entry;
        }

        sum += gradient;
    }

    /// <summary>Returns the sum of the squares of all touched entries.</summary>
    /// <remarks>
    /// An entry whose sum returned to 0 in between counts twice, so that the norm is slightly too large; this hardly ever happens.
    /// </remarks>
    public double SumOfSquares()
    {
        double sum = 0;
        ReadOnlySpan<float> own = sums.Span;
        foreach (int entry in _touched.AsSpan(0, _count))
            sum += (double)own[entry] * own[entry];
        return sum;
    }

    /// <summary>Steps every touched entry by its sum times <paramref name="scale"/>, and clears the sums.</summary>
    public void Step<TRule>(EntryStep<TRule> step, float scale)
        where TRule : struct, IUpdateRule<TRule>
    {
        Span<float> own = sums.Span;
        foreach (int entry in _touched.AsSpan(0, _count))
        {
            if (own[entry] != 0) step.Step(entry, scale * own[entry]);
            own[entry] = 0;
        }

        _count = 0;
    }
}
