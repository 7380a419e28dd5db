using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Training;

/// <summary>G = ρ·G + (1 − ρ)·g², Δ = √(D + ε) / √(G + ε) · g, D = ρ·D + (1 − ρ)·Δ², θ += η·Δ.</summary>
internal readonly struct AdaDeltaRule(AdaDelta options) : IUpdateRule<AdaDeltaRule>
{
    private readonly float _learningRate = (float)options.LearningRate;
    private readonly float _decay = (float)options.Decay;
    private readonly float _epsilon = (float)options.Epsilon;

    public static int Memories => 2;

    private float Rate { get; init; } = (float)options.LearningRate;

    public AdaDeltaRule AtStep(long step, double rate, int texts) => this with { Rate = (float)(_learningRate * rate) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Step<TLanes>(TLanes entries, ref TLanes first, ref TLanes second, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        TLanes stays = TLanes.Fill(_decay);
        TLanes comes = TLanes.Fill(1 - _decay);
        TLanes epsilon = TLanes.Fill(_epsilon);
        first = (stays * first) + (comes * gradients * gradients);
        TLanes change = TLanes.Sqrt(second + epsilon) / TLanes.Sqrt(first + epsilon) * gradients;
        second = (stays * second) + (comes * change * change);
        return entries + (TLanes.Fill(Rate) * change);
    }
}
