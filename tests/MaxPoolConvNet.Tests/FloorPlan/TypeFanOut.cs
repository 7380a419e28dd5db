namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>How many other types of the library a type names, in all of its files and nested types together.</summary>
internal static class TypeFanOut
{
    private const int MostTypes = 30;

    /// <summary>What a user meets first: it may name more.</summary>
    private const string Front = nameof(TextClassifier);

    private const int MostOfTheFront = 35;

    public static IEnumerable<string> Violations(SourceModel sources) =>
        from arrow in sources.Arrows
        where arrow is { From: not null, IsByName: true }
        group arrow.To by arrow.From into known
        let types = known.Distinct().Order(StringComparer.Ordinal).ToArray()
        let most = known.Key == Front ? MostOfTheFront : MostTypes
        where types.Length > most
        select $"{known.Key} names {types.Length} types; at most {most} were expected: {string.Join(", ", types)}";
}
