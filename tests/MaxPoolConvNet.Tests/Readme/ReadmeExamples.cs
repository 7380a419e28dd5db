using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>The README's C# code, compiled here; <see cref="ReadmeTests"/> holds the two to each other, line by line.</summary>
internal static class ReadmeExamples
{
    public static void FromACsvToAPrediction()
    {
        // begin
        var columns = new LabeledTextFileOptions { LabelColumns = ["mood"], TextColumns = ["comment"] };
        LabeledTexts texts = LabeledTextFile.Read("feedback.csv", columns);
        TextSplit split = StratifiedSplit.HoldOut(texts, fraction: 0.25, seed: 1);
        TextClassifier classifier = TextClassifier.Train(split.Training);
        Console.WriteLine(classifier.Evaluate(split.HeldOut));                    // accuracy, precision, recall, F1, …
        classifier.Save("feedback.safetensors");

        TextClassifier loaded = TextClassifier.Load("feedback.safetensors");      // in another program, on another day
        Prediction prediction = loaded.Predict("Not only cheap but surprisingly well made.");
        Console.WriteLine($"{prediction.Label} ({prediction.Probability:P1})");
        // end
    }

    public static void Explain(TextClassifier classifier)
    {
        // begin
        Explanation explanation = classifier.Explain("Not only cheap but surprisingly well made.");
        foreach (ExplainedWindow window in explanation.Windows.Take(3))
            Console.WriteLine($"{window.Contribution:+0.00;-0.00} {window.Text}");
        File.WriteAllText("explanation.html", explanation.ToHtml());
        // end
    }

    public static void PredictMany(TextClassifier classifier)
    {
        // begin
        foreach ((string line, Prediction answer) in classifier.PredictStream(File.ReadLines("incoming.txt"), line => line))
            Console.WriteLine($"{(answer.HasKnownWords ? answer.Label : "?")}\t{line}");

        Span<double> probabilities = stackalloc double[classifier.Labels.Length];
        classifier.Score("Well made, but it fell apart.".AsSpan()).CopyTo(probabilities);
        // end
    }

    public static void CheckTheGradients()
    {
        // begin
        ConvNet network = ConvNet.Random(wordSize: 10_000, new ConvNetOptions { Filters = [new(2)], Biases = false }, seed: 1);
        TextInput input = TextInput.FromWordIds(17, 4_021, 9, 356, 17, 2);

        ForwardPass pass = network.Forward(input);
        Gradients gradients = network.Backward(pass, Target.OfClass(1));
        Console.WriteLine($"o = {pass.Probability:F4}, ∂L/∂U is {gradients.U.RowCount} × {gradients.U.ColumnCount}, ∂L/∂V is {gradients.V.RowCount} × {gradients.V.ColumnCount}");

        GradientReport report = GradientChecker.Check(network, input, Target.OfClass(1));
        Console.WriteLine(report);   // V difference: …, U difference: …
        // end
    }
}
