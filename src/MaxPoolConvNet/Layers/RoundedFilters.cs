using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The entries of a filter table in 16 bits, the upper halves of single-precision numbers (<see cref="BFloat16"/>): training reads and
/// writes half as much memory.
/// </summary>
/// <param name="length">The number of entries, initially 0.</param>
internal sealed class RoundedFilters(int length)
{
    // two entries in each number
    private readonly AlignedArray<float> _memory = new((length + 1) / 2);

    /// <summary>All entries, in the layout of the table.</summary>
    public Span<ushort> Entries => MemoryMarshal.Cast<float, ushort>(_memory.Span)[..length];

    /// <summary>Returns an entry that isn't finite; null if there is none.</summary>
    public float? FindNotFinite()
    {
        foreach (ushort entry in Entries)
        {
            if (!float.IsFinite(BFloat16.Widen(entry))) return BFloat16.Widen(entry);
        }

        return null;
    }

    /// <summary>Writes or reads the entries in 32 bits, rounded to the nearest number when read.</summary>
    /// <param name="exchange">Writes or reads an array.</param>
    public void Exchange(Action<Span<float>> exchange) => BFloat16.Exchange(Entries, exchange);

    /// <summary>Makes the memory available to other arrays. There are no entries any more.</summary>
    public void Release() => _memory.Release();
}
