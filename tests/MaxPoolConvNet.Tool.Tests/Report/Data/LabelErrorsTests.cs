using MaxPoolConvNet.Tool.Report.Data;

namespace MaxPoolConvNet.Tool.Tests;

public class LabelErrorsTests
{
    [Fact]
    public void WrongDecisions_AreMissedWhereTheTextHasTheLabelAndElseWronglyGiven()
    {
        PredictedText[] texts = [new([0, 1], [(1, 0.2), (2, 0.7)], []), new([], [(0, 0.9)], []), new([0], [], [])];

        Assert.Equal([new("a", 2, 0, 1), new("b", 0, 1, 0), new LabelErrors("c", 0, 0, 1)], LabelErrors.Of(["a", "b", "c"], [.. texts]));
    }
}
