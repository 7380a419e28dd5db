using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Training;

/// <summary>Adds the gradient of −λ/2·θ² to another rule's gradient of the log-likelihood: g − λ·θ for each text.</summary>
internal readonly struct WeightDecayRule<TRule>(TRule rule, double weightDecay) : IUpdateRule<WeightDecayRule<TRule>>
    where TRule : struct, IUpdateRule<TRule>
{
    public static int Memories => TRule.Memories;

    public static bool RemembersSums => TRule.RemembersSums;

    private TRule Rule { get; init; } = rule;

    private float Decay { get; init; }

    public WeightDecayRule<TRule> AtStep(long step, double rate, int texts) =>
        this with { Rule = Rule.AtStep(step, rate, texts), Decay = (float)(weightDecay * texts) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Step<TLanes>(TLanes entries, ref TLanes first, ref TLanes second, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float> =>
        Rule.Step(entries, ref first, ref second, gradients - (TLanes.Fill(Decay) * entries));
}
