using System.Reflection;

namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>The sources of the library that this test program was built with, which it carries inside itself.</summary>
internal static class LibrarySources
{
    private const string Prefix = "src/";

    public static IReadOnlyList<SourceFile> Read()
    {
        Assembly assembly = typeof(LibrarySources).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => new SourceFile(name[Prefix.Length..].Replace('\\', '/'), ReadAll(assembly, name)))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    private static string ReadAll(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
