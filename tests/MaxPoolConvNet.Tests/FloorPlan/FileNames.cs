using System.Collections.Immutable;

namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>
/// One outermost type a file, and the file named after it; the further files of a partial type have a word of their own behind its name.
/// </summary>
internal static class FileNames
{
    public static IEnumerable<string> Violations(SourceModel sources) =>
        sources.Files
            .Where(file => !IsNamed(file.Name, sources.Types[file]))
            .Select(file => $"{file.Path} declares {Shown(sources.Types[file])}");

    private static bool IsNamed(string file, ImmutableArray<DeclaredType> types) => types is [var type]
        && (file == $"{type.Name}.cs" || (type.IsPartial && file.StartsWith($"{type.Name}.", StringComparison.Ordinal)));

    private static string Shown(ImmutableArray<DeclaredType> types) =>
        types.IsEmpty ? "no type" : string.Join(", ", types.Select(type => type.Name));
}
