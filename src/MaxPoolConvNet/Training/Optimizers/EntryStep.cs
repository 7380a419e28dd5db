using System.Runtime.CompilerServices;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Steps each entry of an array when it is visited with its gradient; all others don't change.</summary>
internal readonly ref struct EntryStep<TRule>(TRule rule, Span<float> entries, StepMemory memory) : IEntryVisitor<float>
    where TRule : struct, IUpdateRule<TRule>
{
    private readonly TRule _rule = rule;
    private readonly Span<float> _entries = entries;
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
        SingleLane<float> stepped = _rule.Step(
            new SingleLane<float>(_entries[entry]), ref first, ref second, new SingleLane<float>(gradient));
        float after = SingleLane<float>.Sum(stepped);
        _entries[entry] = after;
        if (TRule.RemembersSums) _sums[entry] = BFloat16.RoundAtRandom(SingleLane<float>.Sum(first), salt: after);
        else if (TRule.Memories > 0) _first[entry] = SingleLane<float>.Sum(first);
        if (TRule.Memories > 1) _second[entry] = SingleLane<float>.Sum(second);
    }
}
