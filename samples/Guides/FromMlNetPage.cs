using MaxPoolConvNet;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace Guides;

/// <summary>The code of from-ml-net.md.</summary>
internal static class FromMlNetPage
{
    public static Task RunAsync()
    {
        TextSplit split = Read();
        TextClassifier classifier = Train(split);
        Predict(classifier);
        ReadOwnRows([new Row { Sentiment = "positive", Review = "Well made." }]);
        return Task.CompletedTask;
    }

    private static TextSplit Read()
    {
        // begin
        LabeledTexts texts = LabeledTextFile.Read("reviews.csv");                    // mlContext.Data.LoadFromTextFile<Row>("reviews.csv", …)
        TextSplit split = StratifiedSplit.HoldOut(texts, fraction: 0.2, seed: 1);    // mlContext.Data.TrainTestSplit(data, testFraction: 0.2)
        // end
        return split;
    }

    private static TextClassifier Train(TextSplit split)
    {
        // begin
        TextClassifier classifier = TextClassifier.Train(split.Training);            // pipeline.Fit(split.TrainSet)
        EvaluationReport report = classifier.Evaluate(split.HeldOut);                // mlContext.MulticlassClassification.Evaluate(predictions)
        Console.WriteLine($"micro accuracy {report.Accuracy:F4}, macro recall {report.MacroAverage.Recall:F4}, log-loss {report.Loss:F4}");
        classifier.Save("reviews.safetensors");                                      // mlContext.Model.Save(model, schema, "reviews.zip")
        // end
        return classifier;
    }

    private static void Predict(TextClassifier classifier)
    {
        // begin
        Prediction prediction = classifier.Predict("It fell apart.");                // engine.Predict(new Row { Review = "It fell apart." })
        double[] scores = [.. classifier.Score("It fell apart.").Select(label => label.Probability)];   // prediction.Score
        // end
        Console.WriteLine($"{prediction.Label}, {scores.Length} scores");
    }

    private static void ReadOwnRows(IEnumerable<Row> rows)
    {
        // begin
        IEnumerable<LabeledText> texts = rows.Select(row => new LabeledText(row.Sentiment, row.Review));   // label first, text second
        // end
        Console.WriteLine(texts.Count());
    }

    private sealed class Row
    {
        public string Sentiment { get; init; } = "";

        public string Review { get; init; } = "";
    }
}
