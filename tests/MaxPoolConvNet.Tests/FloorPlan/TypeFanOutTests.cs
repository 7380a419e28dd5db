namespace MaxPoolConvNet.Tests.FloorPlan;

[Trait("Category", "Slow")]
public class TypeFanOutTests
{
    private static readonly string[] _types = [.. Enumerable.Range(0, 36).Select(type => $"T{type:D2}")];

    [Fact]
    public void Violations_BeginAt31Types() =>
        Assert.Equal(
            [$"B names 31 types; at most 30 were expected: {string.Join(", ", _types[..31])}"],
            Violations(("A.cs", Planted.Class("A", _types[..30])), ("B.cs", Planted.Class("B", _types[..31]))));

    [Fact]
    public void Violations_CountNestedTypesForTheOuterOneAndPartialFilesTogether()
    {
        string nested = $"class Inner {{ {Planted.Fields(_types[10..31])} Inner? inner; A? outer; }}";
        string[] violations =
        [
            .. Violations(
                ("A.cs", $"class A {{ {Planted.Fields(_types[..20])} {nested} }}"),
                ("B.cs", $"partial {Planted.Class("B", _types[..20])}"),
                ("B.More.cs", $"partial {Planted.Class("B", _types[15..31])}")),
        ];

        Assert.Equal(["A names 31 types", "B names 31 types"], violations.Select(violation => violation.Split(';')[0]));
    }

    [Fact]
    public void Violations_OfTextClassifierBeginAt36Types()
    {
        Assert.Empty(Violations(("TextClassifier.cs", Planted.Class("TextClassifier", _types[..35]))));
        Assert.StartsWith(
            "TextClassifier names 36 types; at most 35 were expected",
            Assert.Single(Violations(("TextClassifier.cs", Planted.Class("TextClassifier", _types)))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Violations_CountNoTypeThatIsOnlyUsed() =>
        Assert.Empty(Violations(
            ("A.cs", $"class A {{ {Planted.Fields(_types[..29])} Maker? maker; void M() {{ var made = maker!.Make(); }} }}"),
            ("Maker.cs", "class Maker { public T35 Make() => new(); }")));

    private static IEnumerable<string> Violations(params IEnumerable<(string Path, string Code)> files) =>
        TypeFanOut.Violations(Planted.Model([.. files, .. _types.Select(type => ($"{type}.cs", $"class {type};"))]));
}
