using System.Text.Json;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>Files whose embedding has other sizes than the filters over it, with a checksum that fits.</summary>
public class ForgedEmbeddingTests
{
    private const string Static = "embedding.static";
    private const string Trained = "embedding";

    // ten words, whose rows have static and trained numbers
    private static readonly byte[] _model = SavedModel.Of(SmallClassifier.WithEmbedding);

    [Fact]
    public void AsManyWordsAndNumbers_AreRead() => Assert.Equal(
        SmallClassifier.WithEmbedding.Predict("superb"), SavedModel.Load(Reshaped(_model, Static, 1, 1)).Predict("superb"));

    [Theory]
    [InlineData(Static)]
    [InlineData(Trained)]
    public void PartsOfDifferentWords(string tensor) => Assert.Contains(
        "the static and the trained embedding have different numbers of words", Refused(Reshaped(_model, tensor, 2, 1)), StringComparison.Ordinal);

    [Fact]
    public void RowsShorterThanTheFilters()
    {
        byte[] forged = Reshaped(Reshaped(_model, Static, 2, 1), Trained, 2, 1);
        (_, int numbers) = Shape(_model, Static);
        (_, int trained) = Shape(_model, Trained);
        int all = numbers + trained;
        Assert.Contains(
            $"the embedding filters are for vectors of {all} numbers; the embedding has {all / 2}", Refused(forged), StringComparison.Ordinal);
    }

    [Fact]
    public void FewerWordsThanOneHotFiltersHave()
    {
        byte[] forged = Reshaped(Reshaped(_model, Static, 1, 2), Trained, 1, 2);
        (int words, _) = Shape(_model, Static);
        Assert.Contains(
            $"the filters over one-hot words are for {words} words; the embedding has {words / 2}", Refused(forged), StringComparison.Ordinal);
    }

    /// <summary>As many numbers in other rows: the rows times one factor and divided by the other.</summary>
    private static byte[] Reshaped(byte[] model, string tensor, int times, int dividedBy)
    {
        (int rows, int columns) = Shape(model, tensor);
        string before = $"\"{tensor}\":{{\"dtype\":\"F32\",\"shape\":";
        return SavedModel.Forged(model, $"{before}[{rows},{columns}]", $"{before}[{rows * times / dividedBy},{columns * dividedBy / times}]");
    }

    private static (int Rows, int Columns) Shape(byte[] model, string tensor)
    {
        JsonElement shape = JsonDocument.Parse(SavedModel.Header(model)).RootElement.GetProperty(tensor).GetProperty("shape");
        return (shape[0].GetInt32(), shape[1].GetInt32());
    }

    private static string Refused(byte[] model) => Assert.Throws<InvalidDataException>(() => SavedModel.Load(model)).Message;
}
