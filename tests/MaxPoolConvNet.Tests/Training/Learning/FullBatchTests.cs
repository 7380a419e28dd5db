using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class FullBatchTests
{
    [Fact]
    public void ABatchLargerThanTheTextsIsOneOfAllTexts()
    {
        TrainingOptions all = TrainingCalls.Small with { BatchSize = 20 };

        Assert.Equal(WeightsAfter(all), WeightsAfter(all with { BatchSize = 100_000 }));
    }

    [Fact]
    public void ABatchTakesNoMemoryForTextsThatThereAreNot()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        WeightsAfter(TrainingCalls.Small with { BatchSize = 100_000 });

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    private static double[] WeightsAfter(TrainingOptions options) =>
        Weights.Of(TrainingCalls.Train(ToyTexts.OfFourWords(20), options).Classifier);
}
