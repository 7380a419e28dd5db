using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Training;

/// <summary>G += g², θ += η·g / (√G + 10⁻⁸).</summary>
internal readonly struct AdaGradRule(AdaGrad options) : IUpdateRule<AdaGradRule>
{
    private readonly float _learningRate = (float)options.LearningRate;

    public static int Memories => 1;

    public static bool RemembersSums => true;

    private float Rate { get; init; } = (float)options.LearningRate;

    public AdaGradRule AtStep(long step, double rate, int texts) => this with { Rate = (float)(_learningRate * rate) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Step<TLanes>(TLanes entries, ref TLanes first, ref TLanes second, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        first += gradients * gradients;
        return entries + (TLanes.Fill(Rate) * gradients / (TLanes.Sqrt(first) + TLanes.Fill(1e-8f)));
    }
}
