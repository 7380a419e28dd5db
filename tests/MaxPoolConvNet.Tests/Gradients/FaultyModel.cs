using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>A network of one width whose gradients of U and V are spoiled, or replaced, on their way out.</summary>
internal sealed class FaultyModel(ConvNet network, FaultyModel.Fault fault) : IModel
{
    /// <summary>Changes the right gradients, which it gets as dense copies.</summary>
    internal delegate void Fault(ForwardPass pass, Target target, Matrix<double> u, Matrix<double> v);

    public IReadOnlyList<Parameter> Parameters => network.Parameters;

    public ForwardPass Forward(TextInput text) => network.Forward(text);

    public Gradients Backward(ForwardPass pass, Target target)
    {
        Gradients right = network.Backward(pass, target);
        var u = Matrix<double>.Build.DenseOfMatrix(right.U);
        var v = Matrix<double>.Build.DenseOfMatrix(right.V);
        fault(pass, target, u, v);
        return new Gradients(("U", u), ("V", v));
    }
}
