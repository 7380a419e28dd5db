using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>A type of the sources that a piece of code knows.</summary>
/// <param name="From">The outermost type that the code stands in; null for code outside a type.</param>
/// <param name="To">The outermost type that it knows.</param>
/// <param name="IsByName">Whether it names the type; if not, it only uses a member or a value of it.</param>
internal sealed record KnownType(INamedTypeSymbol? From, INamedTypeSymbol To, bool IsByName)
{
    /// <summary>What a node knows by the symbol that it stands for: a type, or the home of a member.</summary>
    public static IEnumerable<KnownType> Of(SyntaxNode node, ISymbol? symbol, INamedTypeSymbol? from)
    {
        if (Home(symbol) is not { } home) return [];

        bool isByName = node is SimpleNameSyntax and not IdentifierNameSyntax { IsVar: true } && IsType(symbol);
        return Parts(home).Select(Outermost)
            .Where(to => !to.DeclaringSyntaxReferences.IsEmpty && !SymbolEqualityComparer.Default.Equals(to, from))
            .Select(to => new KnownType(from, to, isByName));
    }

    /// <summary>The name of an attribute stands for its constructor.</summary>
    private static bool IsType(ISymbol? symbol) => symbol is INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor };

    private static INamedTypeSymbol? Home(ISymbol? symbol) => symbol switch
    {
        INamedTypeSymbol type => type,
        IMethodSymbol { ReducedFrom: { } extension } => extension.ContainingType,
        IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType,
        _ => null,
    };

    /// <summary>The type and, since <c>var</c> names none of them, its arguments.</summary>
    private static IEnumerable<INamedTypeSymbol> Parts(INamedTypeSymbol type) =>
        type.TypeArguments.OfType<INamedTypeSymbol>().SelectMany(Parts).Prepend(type);

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Outermost(outer) : type.OriginalDefinition;
}
