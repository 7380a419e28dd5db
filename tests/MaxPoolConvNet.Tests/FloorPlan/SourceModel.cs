using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>What a folder of sources consists of: its files, the types that they declare, and who knows whom.</summary>
internal sealed class SourceModel
{
    private readonly Dictionary<string, SourceFile> _files;

    public SourceModel(IEnumerable<SourceFile> files)
    {
        Files = [.. files];
        _files = Files.ToDictionary(file => file.Path);
        CSharpCompilation compilation = SourceCompilation.Of(Files);
        var read = compilation.SyntaxTrees.Where(tree => _files.ContainsKey(tree.FilePath)).AsParallel().AsOrdered()
            .Select(tree => (File: _files[tree.FilePath], Tree: tree, Reading: new FileReading(tree, compilation.GetSemanticModel(tree))))
            .ToList();
        Types = read.ToDictionary(one => one.File, one => DeclaredType.AllOf(one.Tree));
        Arrows = [.. read.SelectMany(one => one.Reading.Known, (one, known) => ArrowOf(one.File, known))];
        Unresolved = [.. read.SelectMany(one => one.Reading.Unresolved, (one, name) => $"{one.File.Path}: {name}")];
    }

    public ImmutableArray<SourceFile> Files { get; }

    /// <summary>The outermost types that each file declares.</summary>
    public IReadOnlyDictionary<SourceFile, ImmutableArray<DeclaredType>> Types { get; }

    /// <summary>None of them twice, and none from a type to itself.</summary>
    public ImmutableArray<Arrow> Arrows { get; }

    /// <summary>Names for which there is no symbol: where there are some, arrows may be missing.</summary>
    public ImmutableArray<string> Unresolved { get; }

    private Arrow ArrowOf(SourceFile file, KnownType known) => new(
        file.Path, file.Folder, known.From is null ? null : NameOf(known.From), NameOf(known.To), FolderOf(known.To), known.IsByName);

    private static string NameOf(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private string FolderOf(INamedTypeSymbol type) => _files[type.DeclaringSyntaxReferences[0].SyntaxTree.FilePath].Folder;
}
