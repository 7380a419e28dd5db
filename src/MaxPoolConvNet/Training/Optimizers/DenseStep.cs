using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Training;

/// <summary>Steps every entry of a row: entries = rule(entries, scale · gradients).</summary>
/// <param name="rule">The optimizer's rule.</param>
/// <param name="scale">The factor of every gradient.</param>
/// <param name="gradients">Whole cache lines.</param>
/// <param name="entries">As long as <paramref name="gradients"/>.</param>
/// <param name="memory">The rule's memory of an array of entries.</param>
/// <param name="place">The position of the first entry in that array.</param>
internal readonly ref struct DenseStep<TRule>(
    TRule rule, float scale, ReadOnlySpan<float> gradients, Span<float> entries, StepMemory memory, int place = 0) : IKernel<float>
    where TRule : struct, IUpdateRule<TRule>
{
    private readonly TRule _rule = rule;
    private readonly float _scale = scale;
    private readonly ReadOnlySpan<float> _gradients = gradients;
    private readonly Span<float> _entries = entries[..gradients.Length];
    private readonly Span<float> _first = TRule.Memories > 0 ? memory.First.Slice(place, gradients.Length) : [];
    private readonly Span<float> _second = TRule.Memories > 1 ? memory.Second.Slice(place, gradients.Length) : [];

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        TLanes factor = TLanes.Fill(_scale);
        ref float entries = ref MemoryMarshal.GetReference(_entries);
        ref float firsts = ref MemoryMarshal.GetReference(_first);
        ref float seconds = ref MemoryMarshal.GetReference(_second);
        for (int at = 0; at < _gradients.Length; at += TLanes.Count)
        {
            TLanes first = TRule.Memories > 0 ? TLanes.Load(in firsts, at) : factor;
            TLanes second = TRule.Memories > 1 ? TLanes.Load(in seconds, at) : factor;
            TLanes gradient = factor * TLanes.Load(in MemoryMarshal.GetReference(_gradients), at);
            TLanes.Store(_rule.Step(TLanes.Load(in entries, at), ref first, ref second, gradient), ref entries, at);
            if (TRule.Memories > 0) TLanes.Store(first, ref firsts, at);
            if (TRule.Memories > 1) TLanes.Store(second, ref seconds, at);
        }
    }
}
