using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Training;

/// <summary>v = μ·v + g, θ += η·v.</summary>
internal readonly struct MomentumRule(Sgd options) : IUpdateRule<MomentumRule>
{
    private readonly float _learningRate = (float)options.LearningRate;
    private readonly float _momentum = (float)options.Momentum;

    public static int Memories => 1;

    public MomentumRule AtStep(long step) => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Step<TLanes>(TLanes entries, ref TLanes first, ref TLanes second, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        first = (TLanes.Fill(_momentum) * first) + gradients;
        return entries + (TLanes.Fill(_learningRate) * first);
    }
}
