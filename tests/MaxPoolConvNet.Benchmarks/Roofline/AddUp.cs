using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Benchmarks.Roofline;

/// <summary>Adds up rows of a table: the least that can be done with numbers that are read.</summary>
/// <param name="table">Rows of a length, one after the other.</param>
/// <param name="rowLength">Entries of a row, a multiple of 64.</param>
/// <param name="rows">The rows to read, in this order.</param>
/// <param name="result">Receives the sum.</param>
internal readonly ref struct AddUp(ReadOnlySpan<float> table, int rowLength, ReadOnlySpan<int> rows, Span<float> result) : IKernel<float>
{
    private readonly ReadOnlySpan<float> _table = table;
    private readonly ReadOnlySpan<int> _rows = rows;
    private readonly int _rowLength = rowLength;
    private readonly Span<float> _result = result;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        TLanes first = TLanes.Fill(0);
        TLanes second = first;
        TLanes third = first;
        TLanes fourth = first;
        foreach (int row in _rows)
        {
            ref float numbers = ref Unsafe.Add(ref MemoryMarshal.GetReference(_table), (nint)row * _rowLength);
            for (nint at = 0; at < _rowLength; at += 4 * TLanes.Count)
            {
                first += TLanes.Load(in numbers, at);
                second += TLanes.Load(in numbers, at + TLanes.Count);
                third += TLanes.Load(in numbers, at + (2 * TLanes.Count));
                fourth += TLanes.Load(in numbers, at + (3 * TLanes.Count));
            }
        }

        _result[0] = TLanes.Sum(first + second + (third + fourth));
    }
}
