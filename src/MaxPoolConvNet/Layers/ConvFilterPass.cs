using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>The result of <see cref="ConvFilterLayer.Forward"/> for a text. Immutable and thread-safe.</summary>
[DebuggerDisplay("{WindowCount} windows of {Text.WordCount} words")]
public sealed class ConvFilterPass
{
    private readonly Matrix<double> _responses;

    internal ConvFilterPass(
        ConvFilterLayer layer, TextInput text, int[] paddedIds, FilterTable<double> table, Matrix<double> responses, int wordsBefore)
    {
        Layer = layer;
        Text = text;
        PaddedIds = paddedIds;
        Table = table;
        _responses = responses;
        WordsBefore = wordsBefore;
    }

    /// <summary>The text.</summary>
    public TextInput Text { get; }

    /// <summary>
    /// The number of rows of <see cref="Responses"/>: n − k + 1 under narrow padding, n + k − 1 under wide padding, at least 1.
    /// </summary>
    public int WindowCount => _responses.RowCount;

    /// <summary>
    /// The number of zero words before the text, p: window m begins at word m − p. 0 under narrow padding, k − 1 under wide.
    /// </summary>
    public int WordsBefore { get; }

    /// <summary>z, windows × F: x_m · u_j + b_j, before the activation. Each call returns a new copy.</summary>
    public Matrix<double> Responses => _responses.Clone();

    internal ConvFilterLayer Layer { get; }

    internal int[] PaddedIds { get; }

    internal FilterTable<double> Table { get; }
}
