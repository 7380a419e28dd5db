using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests.Evaluation.Duplicates;

public class SimilarityTests
{
    [Theory]
    [InlineData(0, 3, 4, 0)]
    [InlineData(3, 3, 3, 1)]
    [InlineData(2, 3, 4, 0.4)]
    public void Of_IsThatOfJaccard(int common, int one, int other, double expected) =>
        Assert.Equal(expected, Similarity.Of(common, one, other));

    // the most similar set that shares a number of elements has no others: then the similarity is that number through the size
    [Fact]
    public void PrefixLength_LeavesOutWhatCannotBeEnough()
    {
        foreach (double threshold in new[] { 1e-9, 0.1, 1.0 / 3, 0.5, 0.7, 0.8, 0.9, 0.99, 1 })
        {
            Assert.Equal(0, Similarity.PrefixLength(0, threshold));
            for (int size = 1; size <= 300; size++)
            {
                int least = Enumerable.Range(1, size).First(common => (double)common / size >= threshold);
                Assert.Equal(size - least + 1, Similarity.PrefixLength(size, threshold));
            }
        }
    }

    [Theory]
    [InlineData(0.75, false, "text 7, text 3: similarity 0.7500")]
    [InlineData(1, true, "text 7, text 3: similarity 1.0000, the same words")]
    public void APair_SaysBothTexts(double similarity, bool isExact, string expected) =>
        Assert.Equal(expected, new DuplicatePair(7, 3, similarity, isExact).ToString());
}
