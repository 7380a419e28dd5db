namespace MaxPoolConvNet.Tests.FloorPlan;

[Trait("Category", "Slow")]
public class FolderOrderTests
{
    private static readonly string[] _upwards =
    [
        "Files", "Kernels", "Text/Words", "Layers", "Networks", "Gradients", "Compiled", "Training/Learning", "Evaluation", "Storage",
        "Explanations", "Classifier", "Audit",
    ];

    [Fact]
    public void Violations_AreArrowsToAFolderFurtherUp()
    {
        SourceModel sources = House(floor => floor < 12 ? [$"A{floor + 1}"] : []);

        Assert.Equal(_upwards[..^1].Select((folder, floor) => $"{folder}/A{floor}.cs -> A{floor + 1}"), FolderOrder.Violations(sources));
    }

    [Fact]
    public void Violations_AreNoneForArrowsToAFolderFurtherDown()
    {
        SourceModel sources = House(floor => Enumerable.Range(0, floor).Select(lower => $"A{lower}"));

        Assert.Empty(FolderOrder.Violations(sources));
    }

    [Fact]
    public void Violations_OfTheBaseAreArrowsOutOfIt()
    {
        SourceModel sources = Planted.Model(
            ("Checks/A.cs", Planted.Class("A", "B", "K")),
            ("Threading/B.cs", Planted.Class("B", "A")),
            ("Kernels/K.cs", Planted.Class("K", "A", "B")));

        Assert.Equal(["Checks/A.cs -> K"], FolderOrder.Violations(sources));
    }

    [Fact]
    public void Violations_CountAnArrowOnceHoweverOftenItIsThere()
    {
        SourceModel sources = Planted.Model(
            ("Files/A.cs", "class A { B? b; int M() => b!.Value; } class C { B? b; }"),
            ("Layers/B.cs", "class B { public int Value => 1; }"));

        Assert.Equal(["Files/A.cs -> B"], FolderOrder.Violations(sources));
    }

    [Fact]
    public void Violations_AreFilesInAFolderThatIsNotInThePlan()
    {
        SourceModel sources = Planted.Model(("Helpers/A.cs", "class A;"), ("B.cs", "class B;"), ("Text/Words/C.cs", "class C;"));

        Assert.Equal(
            ["Helpers/A.cs is in no folder of the floor plan", "B.cs is in no folder of the floor plan"],
            FolderOrder.Violations(sources));
    }

    /// <summary>A class on each floor, and the classes of others that it knows.</summary>
    private static SourceModel House(Func<int, IEnumerable<string>> known) =>
        Planted.Model(_upwards.Select((folder, floor) => ($"{folder}/A{floor}.cs", Planted.Class($"A{floor}", known(floor)))));
}
