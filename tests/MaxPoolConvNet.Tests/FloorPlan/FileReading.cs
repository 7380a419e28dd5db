using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>What the code of a file knows. Comments, those of the documentation too, know nothing.</summary>
internal sealed class FileReading
{
    private readonly SemanticModel _model;
    private readonly HashSet<KnownType> _known = [];
    private readonly List<string> _unresolved = [];

    public FileReading(SyntaxTree tree, SemanticModel model)
    {
        _model = model;
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes(node => !IsType(node)))
        {
            if (IsType(node)) ReadType(node);
            else Read(node, from: null);
        }
    }

    public IReadOnlyCollection<KnownType> Known => _known;

    /// <summary>Names for which there is no symbol.</summary>
    public IReadOnlyCollection<string> Unresolved => _unresolved;

    private static bool IsType(SyntaxNode node) => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    private void ReadType(SyntaxNode declaration)
    {
        var type = (INamedTypeSymbol)_model.GetDeclaredSymbol(declaration)!;
        foreach (SyntaxNode node in declaration.DescendantNodes())
            Read(node, type);
    }

    private void Read(SyntaxNode node, INamedTypeSymbol? from)
    {
        if (node is SimpleNameSyntax name) Read(name, from);
        else if (node is ImplicitObjectCreationExpressionSyntax) _known.UnionWith(KnownType.Of(node, _model.GetTypeInfo(node).Type, from));
    }

    private void Read(SimpleNameSyntax name, INamedTypeSymbol? from)
    {
        SymbolInfo info = _model.GetSymbolInfo(name);
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        _known.UnionWith(KnownType.Of(name, symbol, from));
        if (symbol is null && !StandsForNothing(name)) _unresolved.Add(name.ToString());
    }

    /// <summary>A word of the language, or the alias that a directive declares.</summary>
    private static bool StandsForNothing(SimpleNameSyntax name) =>
        name.Identifier.Text is "nameof" or "unmanaged" || name.Parent is NameEqualsSyntax { Parent: UsingDirectiveSyntax };
}
