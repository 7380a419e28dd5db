using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>
/// Adds up the gradients of a filter table over the texts of a batch, and remembers which entries have one. Each block of filters has one
/// of its own; they share the sums, in which their entries are apart.
/// </summary>
internal sealed class EntrySums(float[] sums) : IEntryVisitor<float>
{
    private int[] _touched = new int[1024];
    private int _count;

    public void Visit(int at, int entry, float gradient)
    {
        // a sum that has come back to 0 is noted twice, and the second time has no gradient any more
        if (sums[entry] == 0)
        {
            if (_count == _touched.Length) Array.Resize(ref _touched, 2 * _count);
            _touched[_count++] = entry;
        }

        sums[entry] += gradient;
    }

    /// <summary>
    /// The sum of the squares of all entries touched. (An entry whose sum has come back to 0 in between, which hardly happens, counts
    /// twice: the norm is then a little too large.)
    /// </summary>
    public double SumOfSquares()
    {
        double sum = 0;
        foreach (int entry in _touched.AsSpan(0, _count))
            sum += (double)sums[entry] * sums[entry];
        return sum;
    }

    /// <summary>Makes a step of every entry touched, by its sum times <paramref name="scale"/>, and forgets them.</summary>
    public void Step<TRule>(EntryStep<TRule> step, float scale)
        where TRule : struct, IUpdateRule<TRule>
    {
        foreach (int entry in _touched.AsSpan(0, _count))
        {
            if (sums[entry] != 0) step.Step(entry, scale * sums[entry]);
            sums[entry] = 0;
        }

        _count = 0;
    }
}
