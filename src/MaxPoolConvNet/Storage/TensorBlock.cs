using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>A block of a network's numbers as the tensor of a file, for both ways: its rows are written from or read into the network's
/// own.</summary>
/// <param name="name">The tensor's name: that of the parameter, as in <see cref="ConvNet.Parameters"/>.</param>
/// <param name="rows">Its rows.</param>
/// <param name="columns">Numbers in a row.</param>
/// <param name="isLarge">Whether it may be kept in 16 bits.</param>
/// <param name="row">Gives a row.</param>
internal sealed class TensorBlock(string name, int rows, int columns, bool isLarge, TensorBlock.RowOf row)
{
    public delegate Span<float> RowOf(int row);

    public string Name => name;

    public int Rows => rows;

    public int Columns => columns;

    public bool IsLarge => isLarge;

    public Span<float> Row(int number) => row(number);
}
