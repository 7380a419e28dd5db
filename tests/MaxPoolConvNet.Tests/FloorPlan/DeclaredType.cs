using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>An outermost type as one file declares it.</summary>
/// <param name="Name">The name without its type parameters.</param>
/// <param name="IsPartial">Whether other files may declare more of it.</param>
internal sealed record DeclaredType(string Name, bool IsPartial)
{
    public static ImmutableArray<DeclaredType> AllOf(SyntaxTree tree) =>
    [
        .. tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Select(Of)
            .OfType<DeclaredType>(),
    ];

    private static DeclaredType? Of(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => new(type.Identifier.Text, type.Modifiers.Any(SyntaxKind.PartialKeyword)),
        DelegateDeclarationSyntax type => new(type.Identifier.Text, IsPartial: false),
        _ => null,
    };
}
