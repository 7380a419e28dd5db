namespace MaxPoolConvNet.Tests.FloorPlan;

[Trait("Category", "Slow")]
public class FolderCyclesTests
{
    [Fact]
    public void Violations_AreFoldersThatKnowEachOther()
    {
        SourceModel sources = Planted.Model(
            ("Files/A.cs", Planted.Class("A", "B")),
            ("Threading/B.cs", Planted.Class("B", "A")),
            ("Text/C.cs", Planted.Class("C", "A", "B")));

        Assert.Equal(["Files, Threading know each other in a circle"], FolderCycles.Violations(sources));
    }

    [Fact]
    public void Violations_AreLongCirclesToo_EachOnce()
    {
        SourceModel sources = Planted.Model(
            ("Text/A.cs", Planted.Class("A", "B")),
            ("Layers/B.cs", Planted.Class("B", "C")),
            ("Storage/C.cs", Planted.Class("C", "A", "D")),
            ("Files/D.cs", Planted.Class("D", "E")),
            ("Checks/E.cs", Planted.Class("E", "D")));

        Assert.Equal(
            ["Checks, Files know each other in a circle", "Layers, Storage, Text know each other in a circle"],
            FolderCycles.Violations(sources).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Violations_AreNoneForTypesOfOneFolderOrForManyWaysDown()
    {
        SourceModel sources = Planted.Model(
            ("Text/Words/A.cs", Planted.Class("A", "B")),
            ("Text/Vectors/B.cs", Planted.Class("B", "A")),
            ("Layers/C.cs", Planted.Class("C", "A")),
            ("Storage/D.cs", Planted.Class("D", "A", "C")));

        Assert.Empty(FolderCycles.Violations(sources));
    }
}
