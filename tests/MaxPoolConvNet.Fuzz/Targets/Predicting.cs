namespace MaxPoolConvNet.Fuzz;

/// <summary>What every classifier promises for any text.</summary>
internal static class Predicting
{
    private const double Tolerance = 1e-4;

    public static void Check(string text)
    {
        foreach (TextClassifier classifier in ModelCorpus.Classifiers)
        {
            Prediction prediction = classifier.Predict(text);
            LabelScores scores = classifier.Score(text);
            Explanation explanation = classifier.Explain(text);
            if (prediction.Probability is not (>= 0 and <= 1)) throw new BrokenPromiseException($"the probability is {prediction.Probability}");
            if (prediction.Label != scores.Best.Label) throw new BrokenPromiseException($"predicted {prediction}, but scored {scores}");
            if (Math.Abs(explanation.Probability - scores[explanation.Label]) > Tolerance)
                throw new BrokenPromiseException($"explained {explanation.Probability} of '{explanation.Label}', but scored {scores[explanation.Label]}");
            explanation.ToString();
            explanation.ToHtml();
        }
    }
}
