using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>The embedding filters of all widths, stored with one row of S contiguous entries per filter and position.</summary>
/// <remarks>
/// The gradients g·x_w and g·u have length S, so they are sums of whole rows. The rows of a bank are contiguous; the row of filter j at
/// position i is the bank's first row + i·stride + j, as in the bank's table.
/// </remarks>
internal sealed class TransposedFilters<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Network<T> _network;
    private readonly int[] _firstRows;
    private readonly AlignedArray<T> _entries;
    private readonly AlignedArray<T> _gradients;

    /// <param name="network">A network with an embedding, whose filters are copied.</param>
    public TransposedFilters(Network<T> network)
    {
        _network = network;
        Stride = network.Embedding!.Stride;
        _firstRows = new int[network.Banks.Length + 1];
        for (int bank = network.WordBanks; bank < network.Banks.Length; bank++)
            _firstRows[bank + 1] = _firstRows[bank] + network.Tables[bank].RowLength;
        _entries = new AlignedArray<T>(checked(_firstRows[^1] * Stride));
        _gradients = new AlignedArray<T>(_entries.Length);
        for (int bank = network.WordBanks; bank < network.Banks.Length; bank++)
        {
            for (int s = 0; s < network.Tables[bank].Words; s++)
            {
                ReadOnlySpan<T> own = network.Tables[bank].WordRows(s);
                for (int row = 0; row < own.Length; row++)
                    Row(Entries, _firstRows[bank] + row)[s] = own[row];
            }
        }
    }

    /// <summary>The distance in entries between two rows: the embedding's stride.</summary>
    public int Stride { get; }

    /// <summary>The number of rows of all banks.</summary>
    public int Rows => _firstRows[^1];

    public Span<T> Entries => _entries.Span;

    /// <summary>The sums of the gradient, entry by entry; rows without a filter stay 0.</summary>
    public Span<T> Gradients => _gradients.Span;

    /// <summary>A bank's first row.</summary>
    public int FirstRow(int bank) => _firstRows[bank];

    /// <summary>The row of the first filter of a block at the first position.</summary>
    public int FirstRow(FilterBlock block) => FirstRow(block.Bank) + block.First;

    /// <summary>The slice of the entries or gradients that belongs to a row.</summary>
    public Span<T> Row(Span<T> entries, int row) => entries.Slice(row * Stride, Stride);

    /// <summary>A bank's filters as a matrix of S rows, the form the projection takes.</summary>
    public MatrixView<T> AsMatrix(int bank) =>
        new(Entries[(_firstRows[bank] * Stride)..(_firstRows[bank + 1] * Stride)], _network.Tables[bank].Words, 1, Stride);

    /// <summary>Copies the filters back to the network, in its layout.</summary>
    public void WriteBack()
    {
        for (int bank = _network.WordBanks; bank < _network.Banks.Length; bank++)
        {
            for (int s = 0; s < _network.Tables[bank].Words; s++)
            {
                Span<T> own = _network.Tables[bank].WordRows(s);
                for (int row = 0; row < own.Length; row++)
                    own[row] = Row(Entries, _firstRows[bank] + row)[s];
            }
        }
    }
}
