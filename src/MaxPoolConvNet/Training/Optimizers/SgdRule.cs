using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Training;

/// <summary>θ += η·g.</summary>
internal readonly struct SgdRule(Sgd options) : IUpdateRule
{
    private readonly float _learningRate = (float)options.LearningRate;

    public static bool HasState => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Step<TLanes>(TLanes entries, ref TLanes state, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float> =>
        entries + (TLanes.Fill(_learningRate) * gradients);
}
