using System.Collections.Immutable;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>The README's C# code, compiled here; <see cref="ReadmeTests"/> holds the two to each other, line by line.</summary>
internal static class ReadmeExamples
{
    public static void UseIt()
    {
        // begin
        IReadOnlyList<LabeledText> texts = LabeledTextFile.Read("reviews.tsv");   // label<TAB>text, a line each
        TextSplit split = StratifiedSplit.HoldOut(texts, fraction: 0.25, seed: 1);

        TextClassifier classifier = new Trainer().Train(split.Training).Classifier;
        Console.WriteLine($"accuracy on unseen texts: {classifier.Evaluate(split.HeldOut).Accuracy:P1}");

        string text = "Not only cheap but surprisingly well made.";
        Prediction prediction = classifier.Predict(text);
        Console.WriteLine($"{prediction.Label} ({prediction.Probability:P1})");
        foreach (ExplainedWindow window in classifier.Explain(text).Windows.Take(3))
            Console.WriteLine($"{window.Contribution:+0.00;-0.00} {window.Text}");
        // end
    }

    public static void GiveSeveralLabels()
    {
        // begin
        LabeledText[] tagged =
        [
            new(["cheap", "sturdy"], "Costs little and survives everything."),
            new("cheap", "The least that I ever paid."),
            new([], "It came on a Monday."),
        ];

        TextClassifier tagger = TextClassifier.Train(tagged);
        foreach (LabelProbability label in tagger.PredictLabels("Costs little.", threshold: 0.5))
            Console.WriteLine($"{label.Label} ({label.Probability:P1})");
        // end
    }

    public static void LearnFurther(TextClassifier classifier)
    {
        // begin
        var gently = new TrainingOptions { Optimizer = new AdaGrad { LearningRate = 0.02 } };
        TextClassifier further = new Trainer(gently).Continue(classifier, LabeledTextFile.Read("new-reviews.tsv")).Classifier;
        // end
        Assert.NotNull(further);
    }

    public static void GiveWordVectors(TextSplit split)
    {
        // begin
        WordVectors vectors = WordVectorFile.Read("glove.6B.50d.txt.gz");   // word2vec, GloVe, fastText .vec; gzip too
        var withVectors = new TrainingOptions
        {
            Network = new ConvNetOptions { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Vectors = vectors } },
            Checkpoint = "reviews.checkpoint",                              // stop when you like: the same call goes on from here
        };
        TrainingResult result = new Trainer(withVectors).Train(split.Training);
        Console.WriteLine($"{result.VectorCoverage!.Value.Fraction:P0} of the words have a vector");
        // end
    }

    public static void Compile(TrainingResult result)
    {
        // begin
        TextClassifier compiled = result.Classifier.Compile(new CompileOptions { Precision = Precision.BFloat16, MaximumBytes = 200_000_000 });
        ImmutableArray<Prediction> predictions = compiled.PredictAll(["Well made.", "It fell apart."]);

        Span<double> probabilities = stackalloc double[compiled.Labels.Length];
        compiled.PredictProbabilities("Well made, but it fell apart.".AsSpan(), probabilities);
        // end
        Assert.Equal(2, predictions.Length);
    }

    public static void CheckTheGradients()
    {
        // begin
        ConvNet network = ConvNet.Random(wordSize: 10_000, new ConvNetOptions { Widths = [2], Biases = false }, seed: 1);
        TextInput input = TextInput.FromWordIds(17, 4_021, 9, 356, 17, 2);

        ForwardPass pass = network.Forward(input);
        Gradients gradients = network.Backward(pass, Target.OfClass(1));
        Console.WriteLine($"o = {pass.Probability:F4}, ∂L/∂U is {gradients.U.RowCount} × {gradients.U.ColumnCount}, ∂L/∂V is {gradients.V.RowCount} × {gradients.V.ColumnCount}");

        GradientReport report = GradientChecker.Check(network, input, Target.OfClass(1));
        Console.WriteLine(report);   // V difference: …, U difference: …
        // end
    }
}
