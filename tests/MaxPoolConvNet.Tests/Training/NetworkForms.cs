namespace MaxPoolConvNet.Tests;

/// <summary>Networks of every form, with weights large enough that their gradients are well above rounding.</summary>
internal static class NetworkForms
{
    public static TheoryData<ConvNetOptions> All { get; } =
    [
        new ConvNetOptions { Widths = [2], FiltersPerWidth = [5], Padding = Padding.Narrow, Biases = false, InitialDeviation = 0.5 },
        new ConvNetOptions { Widths = [1, 2, 3], FiltersPerWidth = [5], InitialDeviation = 0.5 },
        new ConvNetOptions { Widths = [3, 1], FiltersPerWidth = [17], Activation = Activation.Relu, InitialDeviation = 0.5 },
        new ConvNetOptions { Widths = [4], FiltersPerWidth = [16], Padding = Padding.Narrow, Activation = Activation.Relu, InitialDeviation = 0.5 },
    ];
}
