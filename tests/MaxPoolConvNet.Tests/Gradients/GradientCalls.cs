using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Gradient checks that end when the test is cancelled.</summary>
internal static class GradientCalls
{
    public static GradientReport Check(IModel model, TextInput text, Target target, GradientCheckOptions? options = null) =>
        GradientChecker.Check(model, text, target, options, TestContext.Current.CancellationToken);
}
