namespace MaxPoolConvNet.Text;

/// <summary>The vectors of <see cref="WordVectors"/>, one row per word. Thread-safe to read.</summary>
internal interface IVectorRows
{
    int Dimension { get; }

    ReadOnlySpan<float> Row(int row);
}
