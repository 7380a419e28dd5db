using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Training;

/// <summary>A step of each entry of a filter table that carries a gradient, made as soon as it is visited: for one text at a time.</summary>
internal readonly ref struct EntryStep<TRule>(TRule rule, Span<float> entries, Span<float> state) : IEntryVisitor<float>
    where TRule : struct, IUpdateRule
{
    private readonly TRule _rule = rule;
    private readonly Span<float> _entries = entries;
    private readonly Span<float> _state = state;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Visit(int entry, float gradient)
    {
        SingleLane<float> state = TRule.HasState ? new(_state[entry]) : default;
        SingleLane<float> stepped = _rule.Step(new SingleLane<float>(_entries[entry]), ref state, new SingleLane<float>(gradient));
        _entries[entry] = SingleLane<float>.Sum(stepped);
        if (TRule.HasState) _state[entry] = SingleLane<float>.Sum(state);
    }
}
