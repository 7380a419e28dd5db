namespace MaxPoolConvNet.Tool.Switches;

internal static class ModelArgument
{
    public static FileArgument Create() => new("MODEL") { Description = "classifier saved by maxpool train" };
}
