using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class FreshStartTests
{
    [Fact]
    public void TextsWithoutWords_HaveNoneThatOccursOnce()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => TrainingCalls.Train([new("good", ""), new("bad", " "), new("bad", "")], TrainingCalls.Small));
        Assert.StartsWith("the 3 texts have no word that occurs at least once (", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EmbeddingKind.Trained, "1,000,000")]
    [InlineData(EmbeddingKind.TwoChannel, "1,010,000")]
    public void TrainedVectorsOfAllNetworks_ThatNoArrayCanHold_AreRefusedAtOnce(EmbeddingKind kind, string dimension)
    {
        LabeledText[] texts = [new("good", string.Join(' ', Enumerable.Range(0, 3_000).Select(word => $"w{word}"))), new("bad", "dull")];
        var options = TrainingCalls.Small with
        {
            Networks = 100,
            Network = new ConvNetOptions { Embedding = new EmbeddingOptions { Kind = kind, Dimension = 10_000 } },
        };

        ArgumentException error = Assert.Throws<ArgumentException>(() => TrainingCalls.Train(texts, options));

        Assert.StartsWith($"3,001 word vectors of {dimension} numbers are more than ", error.Message, StringComparison.Ordinal);
    }
}
