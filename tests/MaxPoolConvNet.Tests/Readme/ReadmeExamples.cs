using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>The README's C# code, compiled here; <see cref="ReadmeTests"/> holds the two to each other, line by line.</summary>
internal static class ReadmeExamples
{
    public static void FromACsvToAPrediction()
    {
        // begin
        LabeledTexts texts = LabeledTextFile.Read("reviews.csv");
        TextSplit split = StratifiedSplit.HoldOut(texts, fraction: 0.25, seed: 1);
        TextClassifier classifier = TextClassifier.Train(split.Training);
        Console.WriteLine(classifier.Evaluate(split.HeldOut));
        classifier.Save("reviews.safetensors");

        TextClassifier loaded = TextClassifier.Load("reviews.safetensors");
        Prediction prediction = loaded.Predict("Not only cheap but surprisingly well made.");
        Console.WriteLine($"{prediction.Label} ({prediction.Probability:P1})");
        // end
    }
}
