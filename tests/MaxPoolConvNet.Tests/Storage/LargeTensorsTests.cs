using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>Tensors that fill the buffers of 64 KiB of writing and reading more than once.</summary>
public class LargeTensorsTests
{
    [Theory]
    [InlineData(16_384)] // 64 KiB in single precision
    [InlineData(50_000)]
    public void Files_HaveEveryByte(int words)
    {
        var numbers = new Random(1);
        Matrix<double> filters = Matrix<double>.Build.Dense(words, 1, (_, _) => (float)numbers.NextDouble());
        var classifier = new TextClassifier(
            new ConvNet(new ConvFilterLayer(filters, width: 1), new MaxPool(), new LogisticOutput(Matrix<double>.Build.Dense(1, 1, 2))),
            Vocabulary.FromWords([.. Enumerable.Range(0, words).Select(word => $"w{word}")]),
            WordTokenizer.Default,
            ["no", "yes"]);

        byte[] model = SavedModel.Of(classifier);

        Assert.Equal(filters.Column(0).Select(number => (float)number), MemoryMarshal.Cast<byte, float>(SavedModel.Data(model))[..words].ToArray());
        Assert.Equal(model, SavedModel.Of(SavedModel.Load(model)));
        Assert.Equal(model.Length, ModelFile.Inspect(new MemoryStream(model)).ByteCount);
        byte[] inHalves = SavedModel.Of(classifier, new SaveOptions { WeightFormat = WeightFormat.BFloat16 });
        Assert.Equal(inHalves, SavedModel.Of(SavedModel.Load(inHalves), new SaveOptions { WeightFormat = WeightFormat.BFloat16 }));
    }
}
