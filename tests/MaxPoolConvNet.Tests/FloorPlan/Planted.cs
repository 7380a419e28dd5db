namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>Small sources that are made for a test.</summary>
internal static class Planted
{
    public static SourceModel Model(params IEnumerable<(string Path, string Code)> files) =>
        new(files.Select(file => new SourceFile(file.Path, file.Code)));

    /// <summary>A class with a field of each of some types.</summary>
    public static string Class(string name, params IEnumerable<string> knownTypes) => $"class {name} {{ {Fields(knownTypes)} }}";

    public static string Fields(IEnumerable<string> knownTypes) => string.Concat(knownTypes.Select(type => $"{type}? _{type}; "));
}
