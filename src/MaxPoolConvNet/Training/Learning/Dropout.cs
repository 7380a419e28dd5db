using System.Runtime.Intrinsics;

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

        Vector128<int> threshold = Vector128.Create(_threshold);
        for (int first = 0; first < features; first += 4)
        {
            ulong bits = random.Bits((ulong)(firstFeature + first));
            Vector128<int> drawn = Vector128.WidenLower(Vector128.CreateScalarUnsafe(bits).AsUInt16()).AsInt32();
            (Vector128.GreaterThanOrEqual(drawn, threshold) & Vector128.Create(_kept)).AsSingle().CopyTo(_factors.AsSpan(first));
        }

        _factors.AsSpan(features).Clear();
        return _factors;
    }
}
