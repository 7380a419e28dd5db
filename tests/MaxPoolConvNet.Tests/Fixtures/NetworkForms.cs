using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Networks of every form, with weights large enough that their gradients are well above rounding.</summary>
internal static class NetworkForms
{
    public static TheoryData<ConvNetOptions> All { get; } =
    [
        new ConvNetOptions { Widths = [2], FiltersPerWidth = [5], Padding = Padding.Narrow, Biases = false, InitialDeviation = 0.5 },
        new ConvNetOptions { Widths = [1, 2, 3], FiltersPerWidth = [5], InitialDeviation = 0.5 },
        new ConvNetOptions { Widths = [3, 1], FiltersPerWidth = [17], Activation = Activation.Relu, InitialDeviation = 0.5 },
        new ConvNetOptions { Widths = [2, 1], FiltersPerWidth = [3, 18], InitialDeviation = 0.5 },
        new ConvNetOptions { Widths = [], InitialDeviation = 0.5, Embedding = new EmbeddingOptions { Dimension = 18, Widths = [3, 2], FiltersPerWidth = [5] } },
        new ConvNetOptions
        {
            Widths = [], InitialDeviation = 0.5, Padding = Padding.Narrow, Biases = false, Activation = Activation.Relu,
            Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Dimension = 7, Widths = [2], FiltersPerWidth = [20] },
        },
        new ConvNetOptions
        {
            Widths = [1, 2], FiltersPerWidth = [6], InitialDeviation = 0.5,
            Embedding = new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 5, Widths = [2, 4], FiltersPerWidth = [3, 4] },
        },
        new ConvNetOptions { Widths = [4], FiltersPerWidth = [16], Padding = Padding.Narrow, Activation = Activation.Relu, InitialDeviation = 0.5 },
    ];
}
