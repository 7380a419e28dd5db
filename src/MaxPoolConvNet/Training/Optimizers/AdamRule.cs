using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Training;

/// <summary>
/// m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g²,
/// θ += η · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + 10⁻⁸).
/// </summary>
internal readonly struct AdamRule : IUpdateRule<AdamRule>
{
    private readonly Adam _options;
    private readonly float _firstDecay;
    private readonly float _secondDecay;
    private readonly float _rate;
    private readonly float _secondScale;

    public AdamRule(Adam options)
        : this(options, 1, 1)
    {
    }

    private AdamRule(Adam options, long step, double rate)
    {
        _options = options;
        _firstDecay = (float)options.FirstDecay;
        _secondDecay = (float)options.SecondDecay;
        _rate = (float)(rate * options.LearningRate / (1 - Math.Pow(options.FirstDecay, step)));
        _secondScale = (float)(1 / (1 - Math.Pow(options.SecondDecay, step)));
    }

    public static int Memories => 2;

    public AdamRule AtStep(long step, double rate, int texts) => new(_options, step, rate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Step<TLanes>(TLanes entries, ref TLanes first, ref TLanes second, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        first = (TLanes.Fill(_firstDecay) * first) + (TLanes.Fill(1 - _firstDecay) * gradients);
        second = (TLanes.Fill(_secondDecay) * second) + (TLanes.Fill(1 - _secondDecay) * gradients * gradients);
        return entries + (TLanes.Fill(_rate) * first / (TLanes.Sqrt(TLanes.Fill(_secondScale) * second) + TLanes.Fill(1e-8f)));
    }
}
