using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class NetworkAllocationTests
{
    [Theory]
    [InlineData(Activation.Tanh, Padding.Wide)]
    [InlineData(Activation.Relu, Padding.Narrow)]
    public void Forward_WithAUsedPass_AllocatesNothing(Activation activation, Padding padding)
    {
        var options = new ConvNetOptions { Filters = [new(1), new(2), new(3)], Activation = activation, Padding = padding };
        Network<float> network = ConvNet.Random(50, options, seed: 1).InPrecision<float>();
        var pass = new TextPass<float>(network);
        int[] words = [.. Enumerable.Range(0, 40)];
        Forward(network, words, pass);

        Assert.Equal(0, AllocatedBytes.LeastOf(() => Forward(network, words, pass)));
    }

    private static void Forward(Network<float> network, int[] words, TextPass<float> pass)
    {
        for (int text = 0; text < 1000; text++)
            network.Forward(words.AsSpan(0, 1 + (text % words.Length)), [], network.Tables, [], pass);
    }
}
