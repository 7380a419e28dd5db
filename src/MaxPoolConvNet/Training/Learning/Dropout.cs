namespace MaxPoolConvNet.Training;

/// <summary>
/// Inverted dropout on h (Srivastava et al. 2014): each feature is left out with the rate p, and those that stay are multiplied by
/// 1 / (1 − p), so that prediction needs no factor. Which ones is drawn from the seed, the epoch and the text alone.
/// </summary>
internal sealed class Dropout(double rate, int features)
{
    private readonly float[] _factors = new float[AlignedArray<float>.WholeLines(features)];
    private readonly uint _threshold = (uint)Math.Round(rate * 65536);
    private readonly float _kept = (float)(1 / (1 - rate));

    /// <summary>Draws a text's factors; empty where the rate is 0.</summary>
    public ReadOnlySpan<float> Draw(CounterRandom random)
    {
        if (_threshold == 0) return [];

        ulong bits = 0;
        for (int j = 0; j < features; j++)
        {
            if ((j & 3) == 0) bits = random.Bits((ulong)j);
            _factors[j] = (bits & 0xFFFF) < _threshold ? 0 : _kept;
            bits >>= 16;
        }

        return _factors;
    }
}
