using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>Compiles sources in memory, against what this test program runs on.</summary>
internal static class SourceCompilation
{
    /// <summary>What ImplicitUsings writes for a library.</summary>
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Where null may be doesn't matter here, and to find it out takes longer than all the rest.</summary>
    private static readonly CSharpParseOptions _parsing =
        new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None).WithFeatures([new("run-nullable-analysis", "never")]);

    private static readonly CSharpCompilationOptions _options = new(
        Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>All assemblies within reach but the library itself and what is built on it: its types are those of the sources.</summary>
    private static readonly ImmutableArray<MetadataReference> _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith(nameof(MaxPoolConvNet), StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Of(IEnumerable<SourceFile> files) => CSharpCompilation.Create(
        "Sources",
        [
            CSharpSyntaxTree.ParseText(GlobalUsings, _parsing),
            .. files.AsParallel().AsOrdered().Select(file => CSharpSyntaxTree.ParseText(file.Code, _parsing, file.Path)),
        ],
        _references,
        _options);
}
