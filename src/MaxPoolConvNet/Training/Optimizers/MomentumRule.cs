using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Training;

/// <summary>v = μ·v + g, θ += η·v.</summary>
internal readonly struct MomentumRule(Sgd options) : IUpdateRule<MomentumRule>
{
    private readonly float _learningRate = (float)options.LearningRate;
    private readonly float _momentum = (float)options.Momentum;

    public static int Memories => 1;

    private float Rate { get; init; } = (float)options.LearningRate;

    public MomentumRule AtStep(long step, double rate, int texts) => this with { Rate = (float)(_learningRate * rate) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Step<TLanes>(TLanes entries, ref TLanes first, ref TLanes second, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        first = (TLanes.Fill(_momentum) * first) + gradients;
        return entries + (TLanes.Fill(Rate) * first);
    }
}
