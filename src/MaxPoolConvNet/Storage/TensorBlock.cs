using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>A block of a network's numbers that is written as a tensor of a file, or read from one.</summary>
/// <param name="name">The tensor's name, which is the parameter's in <see cref="ConvNet.Parameters"/>.</param>
/// <param name="rows">The number of rows.</param>
/// <param name="columns">The number of entries per row.</param>
/// <param name="isLarge">Whether it may be stored in 16 bits.</param>
/// <param name="row">Returns a row in the network's own memory.</param>
/// <param name="scales">The scale of each column, if its numbers are stored in 8 bits; null if they aren't.</param>
internal sealed class TensorBlock(string name, int rows, int columns, bool isLarge, TensorBlock.RowOf row, float[]? scales = null)
{
    public delegate Span<float> RowOf(int row);

    public string Name => name;

    public int Rows => rows;

    public int Columns => columns;

    public bool IsLarge => isLarge;

    /// <summary>The scale of each column of a block stored in 8 bits; empty for other blocks.</summary>
    public ReadOnlySpan<float> Scales => scales;

    /// <summary>Whether the lower 16 bits of all numbers are 0, so that nothing is lost in 16 bits.</summary>
    public bool FitsInHalf
    {
        get
        {
            for (int r = 0; r < rows; r++)
            {
                foreach (float number in Row(r))
                {
                    if ((BitConverter.SingleToInt32Bits(number) & ushort.MaxValue) != 0) return false;
                }
            }

            return true;
        }
    }

    public Span<float> Row(int number) => row(number);
}
