namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>How it is found out whether the code of A knows the type B.</summary>
[Trait("Category", "Slow")]
public class SourceModelTests
{
    private const string B = "class B : Attribute { public class Inner; public const int Number = 1; public int Value => 1; }";
    private const string C = "class C { public B Make() => new(); public List<B> MakeAll() => []; public int Take(B b) => 1; }";
    private const string Extension = "static class Extension { public static int Twice(this int number) => 2 * number; }";

    public static TheoryData<string> Naming { get; } =
    [
        "class A { B? b; }",
        "class A : B;",
        "class A { List<B[]> all = []; }",
        "class A { object type = typeof(B); }",
        "class A { string name = nameof(B); }",
        "class A { int number = B.Number; }",
        "class A { B.Inner? inner; }",
        "class A { class Nested { B? b; } }",
        "class A { void M<T>() where T : B { } }",
        "class A { bool M(object o) => o is B; }",
        "delegate B A();",
        "record A(B B);",
        "[B] class A;",
        "using Other = B; class A { Other? b; }",
        "namespace Inside { class A { global::B? b; } }",
    ];

    public static TheoryData<string> Using { get; } =
    [
        "class A { int M(C c) => c.Make().Value; }",
        "class A { void M(C c) { var b = c.Make(); } }",
        "class A { void M(C c) { var all = c.MakeAll(); } }",
        "class A { int M(C c) => c.Take(new()); }",
    ];

    public static TheoryData<string> Unrelated { get; } =
    [
        "/// <summary>Like <see cref=\"B\"/>.</summary>\nclass A;",
        "// as B does\nclass A; /* B */",
        "class A { string text = \"B\"; }",
        "class A { int B => 1; int Twice => 2 * B; }",
        "class A { int M(int B) => B; }",
        "class A { int M() { int B = 1; return B; } }",
        "class A<B> { B? b; }",
    ];

    [Theory]
    [MemberData(nameof(Naming))]
    public void Arrows_LeadToWhatCodeNames(string code)
    {
        SourceModel sources = WithB(code);

        Assert.Empty(sources.Unresolved);
        Assert.Contains(new Arrow("Layers/A.cs", "Layers", "A", "B", "Networks", IsByName: true), sources.Arrows);
    }

    [Theory]
    [MemberData(nameof(Using))]
    public void Arrows_LeadToWhatCodeUsesWithoutItsName(string code)
    {
        SourceModel sources = WithB(code);

        Assert.Empty(sources.Unresolved);
        Assert.Contains(new Arrow("Layers/A.cs", "Layers", "A", "B", "Networks", IsByName: false), sources.Arrows);
        Assert.DoesNotContain(sources.Arrows, arrow => arrow is { From: "A", To: "B", IsByName: true });
    }

    [Theory]
    [MemberData(nameof(Unrelated))]
    public void Arrows_LeadNowhereFromCommentsTextsAndOtherNames(string code)
    {
        SourceModel sources = WithB(code);

        Assert.Empty(sources.Unresolved);
        Assert.DoesNotContain(sources.Arrows, arrow => arrow.File == "Layers/A.cs");
    }

    [Fact]
    public void Arrows_LeadToTheHomeOfAnExtensionMethod() =>
        Assert.Contains(
            new Arrow("Layers/A.cs", "Layers", "A", "Extension", "Files", IsByName: false),
            Planted.Model(("Layers/A.cs", "class A { int four = 2.Twice(); }"), ("Files/Extension.cs", Extension)).Arrows);

    [Fact]
    public void Arrows_OfAnAliasBelongToTheFile() =>
        Assert.Contains(
            new Arrow("Layers/A.cs", "Layers", From: null, "B", "Networks", IsByName: true),
            WithB("using Other = B; class A;").Arrows);

    [Fact]
    public void Arrows_LeadFromNoTypeToItself() =>
        Assert.Empty(Planted.Model(
            ("Files/A.cs", "partial class A { A? other; class Inner { A? outer; } }"),
            ("Files/A.More.cs", "partial class A { A More() => new(); }")).Arrows);

    [Fact]
    public void Unresolved_NamesWhatIsMissing() =>
        Assert.Equal(["Layers/A.cs: Missing"], Planted.Model(("Layers/A.cs", "class A { Missing? missing; }")).Unresolved);

    private static SourceModel WithB(string code) => Planted.Model(("Layers/A.cs", code), ("Networks/B.cs", B), ("Layers/C.cs", C));
}
