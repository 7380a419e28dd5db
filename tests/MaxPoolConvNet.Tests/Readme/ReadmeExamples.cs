using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>The C# code of the README and of the package's readme, compiled here; <see cref="ReadmeTests"/> holds them to each other.</summary>
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

    public static void ExplicitGradients()
    {
        // begin
        ConvNet network = ConvNet.Random(wordSize: 10_000, new ConvNetOptions { Filters = [new(2)], Biases = false }, seed: 1);
        TextInput input = TextInput.FromWordIds(17, 4_021, 9, 356, 17, 2);
        Gradients gradients = network.Backward(network.Forward(input), Target.OfClass(1));
        Console.WriteLine(GradientChecker.Check(network, input, Target.OfClass(1)));
        // end
    }
}
