using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>A network whose Backward returns something else.</summary>
internal sealed class ReplacedGradients(ConvNet network, Func<Gradients, Gradients> replace) : IModel
{
    public IReadOnlyList<Parameter> Parameters => network.Parameters;

    public ForwardPass Forward(TextInput text) => network.Forward(text);

    public Gradients Backward(ForwardPass pass, Target target) => replace(network.Backward(pass, target));
}
