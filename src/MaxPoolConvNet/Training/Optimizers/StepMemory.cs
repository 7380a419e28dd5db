using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>The numbers that a rule remembers of the entries of an array: 0 to 2 per entry, initially 0.</summary>
internal sealed class StepMemory
{
    private readonly AlignedArray<float> _first;
    private readonly AlignedArray<float> _second;

    // the upper halves of two sums in each number
    private readonly AlignedArray<float> _sums;
    private readonly int _sumCount;
    private readonly RoundedFilters? _rounded;

    private StepMemory(int first, int second, int sums, RoundedFilters? rounded = null)
    {
        _first = new(first);
        _second = new(second);
        _sums = new((sums + 1) / 2);
        _sumCount = sums;
        _rounded = rounded;
    }

    public Span<float> First => _first.Span;

    public Span<float> Second => _second.Span;

    /// <summary>One number per entry in 16 bits (see <see cref="BFloat16"/>), if they are sums of entries stepped one by one.</summary>
    public Span<ushort> Sums => _rounded is not null ? _rounded.Sums : MemoryMarshal.Cast<float, ushort>(_sums.Span)[.._sumCount];

    /// <summary>The memory of entries for <see cref="DenseStep{TRule}"/>.</summary>
    /// <param name="memories">Numbers per entry.</param>
    /// <param name="length">The number of entries.</param>
    public static StepMemory OfRows(int memories, int length) => new(memories > 0 ? length : 0, memories > 1 ? length : 0, 0);

    /// <summary>The memory of entries for <see cref="EntryStep{TRule}"/>.</summary>
    /// <param name="length">The number of entries.</param>
    public static StepMemory OfEntries<TRule>(int length)
        where TRule : struct, IUpdateRule<TRule> =>
        TRule.RemembersSums ? new(0, 0, length) : OfRows(TRule.Memories, length);

    /// <summary>The memory of entries in 16 bits for <see cref="EntryStep{TRule}"/>: the sums beside them.</summary>
    public static StepMemory OfEntries(RoundedFilters rounded) => new(0, 0, 0, rounded);

    /// <summary>Makes the memory available to other arrays, but for sums beside entries. There are no numbers any more.</summary>
    public void Release()
    {
        _first.Release();
        _second.Release();
        _sums.Release();
    }

    /// <summary>Writes or reads the numbers.</summary>
    /// <param name="exchange">Writes or reads an array.</param>
    public void Exchange(Action<Span<float>> exchange)
    {
        if (_rounded is null && _sumCount == 0)
        {
            exchange(First);
            exchange(Second);
            return;
        }

        if (_rounded is not null) _rounded.ExchangeSums(exchange);
        else BFloat16.Exchange(Sums, exchange);
        exchange([]);
    }
}
