namespace MaxPoolConvNet.Training;

/// <summary>Inverted dropout on h (Srivastava et al. 2014).</summary>
/// <remarks>
/// Each feature is dropped with probability p, and those that stay are multiplied by 1 / (1 − p), so that prediction needs no factor. The
/// choice depends only on the seed, the epoch and the text.
/// </remarks>
/// <param name="rate">p.</param>
/// <param name="features">The number of features.</param>
/// <param name="firstFeature">The place of the first of them in the whole h; a multiple of 4.</param>
internal sealed class Dropout(double rate, int features, int firstFeature = 0)
{
    private readonly float[] _factors = new float[AlignedArray<float>.WholeLines(features)];
    private readonly int _threshold = (int)Math.Round(rate * 65536);
    private readonly int _kept = BitConverter.SingleToInt32Bits((float)(1 / (1 - rate)));

    /// <summary>The factors of the last text; empty if the rate is 0.</summary>
    public ReadOnlySpan<float> Factors => _threshold == 0 ? [] : _factors;

    /// <summary>Draws a text's factors.</summary>
    public ReadOnlySpan<float> Draw(CounterRandom random)
    {
        if (_threshold == 0) return [];

        for (int first = 0; first < features; first += 4)
        {
            ulong bits = random.Bits((ulong)(firstFeature + first));
            foreach (ref float factor in _factors.AsSpan(first, Math.Min(4, features - first)))
            {
                // all ones if the 16 bits reach the threshold, else 0: a branch would be mispredicted half of the time
                int kept = ~(((int)(bits & 0xFFFF) - _threshold) >> 31);
                factor = BitConverter.Int32BitsToSingle(_kept & kept);
                bits >>= 16;
            }
        }

        return _factors;
    }
}
