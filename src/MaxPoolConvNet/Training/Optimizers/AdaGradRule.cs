using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Training;

/// <summary>G += g², θ += η·g / (√G + 10⁻⁸).</summary>
internal readonly struct AdaGradRule(AdaGrad options) : IUpdateRule
{
    private readonly float _learningRate = (float)options.LearningRate;

    public static bool HasState => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Step<TLanes>(TLanes entries, ref TLanes state, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        state += gradients * gradients;
        return entries + (TLanes.Fill(_learningRate) * gradients / (TLanes.Sqrt(state) + TLanes.Fill(1e-8f)));
    }
}
