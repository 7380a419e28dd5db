using System.CommandLine;

namespace MaxPoolConvNet.Tool.Switches;

internal static class ModelArgument
{
    public static Argument<string> Create() => new("MODEL") { Description = "a classifier that 'maxpool train' has saved" };
}
