using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Training;

/// <summary>A step of every entry of a row: entries = rule(entries, scale · gradients).</summary>
/// <param name="rule">The optimizer's rule.</param>
/// <param name="scale">The factor of every gradient.</param>
/// <param name="gradients">Whole cache lines.</param>
/// <param name="entries">As long as <paramref name="gradients"/>.</param>
/// <param name="state">As long as <paramref name="gradients"/>; not used by a rule without memory.</param>
internal readonly ref struct DenseStep<TRule>(TRule rule, float scale, ReadOnlySpan<float> gradients, Span<float> entries, Span<float> state)
    : IKernel<float>
    where TRule : struct, IUpdateRule
{
    private readonly TRule _rule = rule;
    private readonly float _scale = scale;
    private readonly ReadOnlySpan<float> _gradients = gradients;
    private readonly Span<float> _entries = entries[..gradients.Length];
    private readonly Span<float> _state = TRule.HasState ? state[..gradients.Length] : state;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        TLanes factor = TLanes.Fill(_scale);
        ref float entries = ref MemoryMarshal.GetReference(_entries);
        ref float states = ref MemoryMarshal.GetReference(_state);
        for (int at = 0; at < _gradients.Length; at += TLanes.Count)
        {
            TLanes state = TRule.HasState ? TLanes.Load(in states, at) : factor;
            TLanes gradient = factor * TLanes.Load(in MemoryMarshal.GetReference(_gradients), at);
            TLanes.Store(_rule.Step(TLanes.Load(in entries, at), ref state, gradient), ref entries, at);
            if (TRule.HasState) TLanes.Store(state, ref states, at);
        }
    }
}
