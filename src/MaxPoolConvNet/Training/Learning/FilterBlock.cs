namespace MaxPoolConvNet.Training;

/// <summary>Some neighbouring filters of a bank, which are worked on together; its rows are those of all positions of each filter.</summary>
/// <param name="Bank">The bank, counted from the first one over the embedding.</param>
/// <param name="First">The first filter.</param>
/// <param name="Count">How many filters.</param>
/// <param name="Width">k.</param>
/// <param name="FirstRow">The row of the first filter at position 0 in <see cref="TransposedFilters"/>.</param>
/// <param name="Stride">Rows from a position to the next.</param>
internal sealed record FilterBlock(int Bank, int First, int Count, int Width, int FirstRow, int Stride)
{
    /// <summary>Rows of the block, numbered position by position.</summary>
    public int Rows => Width * Count;

    /// <summary>The row of <see cref="TransposedFilters"/> that a row of the block is.</summary>
    public int RowOf(int row) => FirstRow + (row / Count * Stride) + (row % Count);
}
