using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>The file is what any reader of the format finds in it.</summary>
public class SafetensorsTests
{
    [Fact]
    public void Tensors_HaveTheNamesAndTheNumbersOfTheParameters()
    {
        TextClassifier classifier = SmallClassifier.WithEmbedding;
        var file = new SafetensorsByTheBook(SavedModel.Of(classifier, new SaveOptions { WeightFormat = WeightFormat.Float32 }));
        foreach (Parameter parameter in classifier.ToConvNet().Parameters)
            Assert.Equal(parameter.ToMatrix(), file.Matrix(parameter.Name));
        Assert.Equal(classifier.Vocabulary.Count, file.Matrix("embedding.static").RowCount);
        Assert.Equal(
            classifier.ToConvNet().Parameters.Select(parameter => parameter.Name).Concat(["embedding.static", "familiarity.costs", "familiarity.quantiles", "labels", "labels.ends", "vocabulary", "vocabulary.ends"]).Order(StringComparer.Ordinal),
            file.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tensors_In16BitsAreNear()
    {
        TextClassifier classifier = SmallClassifier.WithEmbedding;
        var file = new SafetensorsByTheBook(SavedModel.Of(classifier, new SaveOptions { WeightFormat = WeightFormat.BFloat16 }));
        foreach (Parameter parameter in classifier.ToConvNet().Parameters)
            Assert.InRange((parameter.ToMatrix() - file.Matrix(parameter.Name)).Enumerate().Max(Math.Abs), 0, 0.004 * parameter.ToMatrix().Enumerate().Max(Math.Abs));
    }

    [Fact]
    public void Filters_OfACompactClassifierAreBitsAndNumbers()
    {
        TextClassifier classifier = SmallClassifier.WithEmbedding;
        var file = new SafetensorsByTheBook(SavedModel.Of(classifier));
        foreach (int width in new[] { 1, 2, 3 })
        {
            string name = $"U{width}";
            double[,] expected = classifier.ToConvNet().Parameters.Single(parameter => parameter.Name == name).ToMatrix().ToArray();
            float[] scales = [.. file.Matrix(name + ".scale").Row(0).Select(scale => (float)scale)];
            Assert.Equal(expected, file.Sparse(name, expected.GetLength(0), scales));
        }
    }

    [Fact]
    public void Strings_AreThere()
    {
        var file = new SafetensorsByTheBook(SavedModel.Of(SmallClassifier.Trained));
        Assert.Equal(SmallClassifier.Trained.Vocabulary.Words, file.Strings("vocabulary"));
        Assert.Equal(SmallClassifier.Trained.Labels, file.Strings("labels"));
        Assert.Equal("MaxPoolConvNet", file.Metadata.GetProperty("format").GetString());
    }
}
