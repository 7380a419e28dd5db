using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>A network and a text that are small enough to check hundreds of times: 30 words, 6 filters of 2 words, a text of 12 words.</summary>
internal static class SmallNetwork
{
    public const int Vocabulary = 30;
    public const int FilterCount = 6;
    public const int Width = 2;

    /// <summary>A word of the vocabulary that the text hasn't.</summary>
    public const int AbsentWord = 1;

    /// <summary>12 words, of which two occur twice.</summary>
    public static TextInput Text { get; } = TextInput.FromWordIds(3, 17, 8, 25, 3, 11, 0, 29, 14, 8, 22, 5);

    public static ConvNet Create(ulong seed = 1, Activation activation = Activation.Tanh) => ConvNet.Random(
        Vocabulary,
        new ConvNetOptions
        {
            Filters = [new(Width, FilterCount)], Activation = activation, Padding = Padding.Narrow, Biases = false, InitialDeviation = 0.5,
        },
        seed);

    /// <summary>A network of one width, narrow and without biases, whose U is given row by row and whose V is all 1.</summary>
    public static ConvNet FromFilters(double[,] filters, int width, Activation activation)
    {
        var u = Matrix<double>.Build.DenseOfArray(filters);
        return new ConvNet(
            new ConvFilterLayer(u, width), new MaxPool(activation), new LogisticOutput(Matrix<double>.Build.Dense(1, u.ColumnCount, 1)));
    }
}
