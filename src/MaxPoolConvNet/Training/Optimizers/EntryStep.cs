using System.Runtime.CompilerServices;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Steps each entry of an array when it is visited with its gradient; all others don't change.</summary>
/// <param name="rule">The rule.</param>
/// <param name="entries">The entries; empty if they have 16 bits.</param>
/// <param name="rounded">The entries, if they have 16 bits; each is rounded at random after its step.</param>
/// <param name="memory">What the rule remembers of the entries.</param>
internal readonly ref struct EntryStep<TRule>(TRule rule, Span<float> entries, Span<ushort> rounded, StepMemory memory)
    : IEntryVisitor<float>
    where TRule : struct, IUpdateRule<TRule>
{
    private readonly TRule _rule = rule;
    private readonly Span<float> _entries = entries;
    private readonly Span<ushort> _rounded = rounded;
    private readonly Span<float> _first = memory.First;
    private readonly Span<float> _second = memory.Second;
    private readonly Span<ushort> _sums = memory.Sums;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Visit(int at, int entry, float gradient) => Step(entry, gradient);

    /// <summary>Steps an entry by its gradient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(int entry, float gradient)
    {
        SingleLane<float> first = TRule.RemembersSums
            ? new(BFloat16.Widen(_sums[entry]))
            : TRule.Memories > 0 ? new(_first[entry]) : default;
        SingleLane<float> second = TRule.Memories > 1 ? new(_second[entry]) : default;
        float before = _entries.IsEmpty ? BFloat16.Widen(_rounded[entry]) : _entries[entry];
        float after = SingleLane<float>.Sum(
            _rule.Step(new SingleLane<float>(before), ref first, ref second, new SingleLane<float>(gradient)));
        uint random = TRule.RemembersSums ? BFloat16.RandomBits(SingleLane<float>.Sum(first), after) : 0;
        if (_entries.IsEmpty) _rounded[entry] = BFloat16.RoundAtRandom(after, random & 0xFFFF);
        else _entries[entry] = after;
        if (TRule.RemembersSums) _sums[entry] = BFloat16.RoundAtRandom(SingleLane<float>.Sum(first), random >> 16);
        else if (TRule.Memories > 0) _first[entry] = SingleLane<float>.Sum(first);
        if (TRule.Memories > 1) _second[entry] = SingleLane<float>.Sum(second);
    }
}
