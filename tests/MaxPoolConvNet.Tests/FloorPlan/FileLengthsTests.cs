namespace MaxPoolConvNet.Tests.FloorPlan;

[Trait("Category", "Slow")]
public class FileLengthsTests
{
    [Fact]
    public void Violations_BeginAt301Lines()
    {
        string rest = new('\n', 299);
        SourceModel sources = Planted.Model(
            ("A.cs", "class A;" + rest),
            ("B.cs", "class B;" + rest + "\n"),
            ("C.cs", "class C;" + rest + "\n//"),
            ("D.cs", "class D;" + rest + "\n//\n"));

        Assert.Equal(
            ["C.cs has 301 lines; at most 300 were expected", "D.cs has 301 lines; at most 300 were expected"],
            FileLengths.Violations(sources));
    }
}
