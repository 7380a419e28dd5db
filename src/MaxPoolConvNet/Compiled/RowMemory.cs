using System.Runtime.CompilerServices;

namespace MaxPoolConvNet;

/// <summary>Memory for a number of rows, which begin at whole vectors and never move; handed out one by one.</summary>
internal sealed class RowMemory(int rows, int rowBytes)
{
    private readonly AlignedArray<float> _numbers = new(checked((int)(((long)rows * rowBytes) / sizeof(float))));
    private int _taken;

    public int RowsLeft => rows - _taken;

    public nint Next() => Address(_taken++);

    /// <summary>Takes the last row back, which isn't used.</summary>
    public void GiveBack() => _taken--;

    /// <summary>Valid as long as this object lives.</summary>
    public unsafe nint Address(int row) => (nint)Unsafe.AsPointer(ref _numbers.First) + ((nint)row * rowBytes);
}
