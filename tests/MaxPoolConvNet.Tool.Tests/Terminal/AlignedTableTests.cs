namespace MaxPoolConvNet.Tool.Tests;

public class AlignedTableTests
{
    [Fact]
    public void TheFirstColumn_StandsToTheLeft_TheOthersToTheRight() => Assert.Equal(
        "trial  accuracy  loss\n12         90 %     1\n3         100 %  0.25",
        AlignedTable.Create([["trial", "accuracy", "loss"], ["12", "90 %", "1"], ["3", "100 %", "0.25"]]));
}
