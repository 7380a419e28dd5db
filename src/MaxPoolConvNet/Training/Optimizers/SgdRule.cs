using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Training;

/// <summary>θ += η·g.</summary>
internal readonly struct SgdRule(Sgd options) : IUpdateRule<SgdRule>
{
    private readonly float _learningRate = (float)options.LearningRate;

    public static int Memories => 0;

    private float Rate { get; init; } = (float)options.LearningRate;

    public SgdRule AtStep(long step, double rate, int texts) => this with { Rate = (float)(_learningRate * rate) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Step<TLanes>(TLanes entries, ref TLanes first, ref TLanes second, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        return entries + (TLanes.Fill(Rate) * gradients);
    }
}
