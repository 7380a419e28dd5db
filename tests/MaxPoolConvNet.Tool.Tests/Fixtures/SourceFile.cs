using System.Reflection;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>A C# file of a project in src, which this test program carries inside itself.</summary>
/// <param name="Name">The path within its project, with slashes.</param>
/// <param name="Content">The code.</param>
internal sealed record SourceFile(string Name, string Content)
{
    /// <summary>The first folder of the name; empty for a file beside the project file.</summary>
    public string Folder => Name.Contains('/', StringComparison.Ordinal) ? Name[..Name.IndexOf('/', StringComparison.Ordinal)] : "";

    /// <summary>The files of a project, such as <c>MaxPoolConvNet.Tool</c>.</summary>
    public static IReadOnlyList<SourceFile> Of(string project)
    {
        Assembly assembly = typeof(SourceFile).Assembly;
        string prefix = $"Sources/{project}/";
        return
        [
            .. from resource in assembly.GetManifestResourceNames()
               let name = resource.Replace('\\', '/')
               where name.StartsWith(prefix, StringComparison.Ordinal)
               select new SourceFile(name[prefix.Length..], Read(assembly, resource)),
        ];
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
