using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>All weights of a network, for comparing them.</summary>
internal static class Weights
{
    public static double[] Of(ConvNet network) =>
        [.. network.Parameters.SelectMany(parameter => parameter.ToMatrix().ToRowMajorArray())];

    public static double[] Of(TextClassifier classifier) => Of(classifier.ToConvNet());
}
