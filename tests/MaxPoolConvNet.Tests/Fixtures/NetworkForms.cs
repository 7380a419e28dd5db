using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Networks of every form, with weights large enough that their gradients are well above rounding.</summary>
internal static class NetworkForms
{
    public static IReadOnlyList<ConvNetOptions> Each { get; } =
    [
        new ConvNetOptions { Filters = [new(2, 5)], Padding = Padding.Narrow, Biases = false, InitialDeviation = 0.5 },
        new ConvNetOptions { Filters = [new(1, 5), new(2, 5), new(3, 5)], InitialDeviation = 0.5 },
        new ConvNetOptions { Filters = [new(3, 17), new(1, 17)], Activation = Activation.Relu, InitialDeviation = 0.5 },
        new ConvNetOptions { Filters = [new(2, 3), new(1, 18)], InitialDeviation = 0.5 },
        new ConvNetOptions { Filters = [], InitialDeviation = 0.5, Embedding = new EmbeddingOptions { Dimension = 18, Filters = [new(3, 5), new(2, 5)] } },
        new ConvNetOptions
        {
            Filters = [], InitialDeviation = 0.5, Padding = Padding.Narrow, Biases = false, Activation = Activation.Relu,
            Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Dimension = 7, Filters = [new(2, 20)] },
        },
        new ConvNetOptions
        {
            Filters = [new(1, 6), new(2, 6)], InitialDeviation = 0.5,
            Embedding = new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 5, Filters = [new(2, 3), new(4, 4)] },
        },
        new ConvNetOptions { Filters = [new(4, 16)], Padding = Padding.Narrow, Activation = Activation.Relu, InitialDeviation = 0.5 },
    ];

    public static TheoryData<ConvNetOptions> All { get; } = [.. Each];
}
