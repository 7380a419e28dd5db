using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.English.Tests;

/// <summary>The code of the package's README.</summary>
internal static class ReadmeExample
{
    public static void Run(IEnumerable<LabeledText> texts)
    {
        // begin
        var options = new TrainingOptions
        {
            Network = new ConvNetOptions
            {
                Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Vectors = EnglishVectors.Load() },
            },
        };
        TextClassifier classifier = new Trainer(options).Train(texts).Classifier;
        classifier.Save("reviews.safetensors");
        // end
    }
}
