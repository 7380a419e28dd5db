namespace MaxPoolConvNet.Samples.Browser;

/// <summary>A prediction and its explanation as JSON.</summary>
internal static class PredictionJson
{
    // more bars than this are no help
    private const int MostLabels = 12;

    public static string Of(TextClassifier classifier, LabelScores scores, Explanation explanation, TimeSpan time) => JsonText.Of(json =>
    {
        json.WriteString("label", scores.Best.Label);
        json.WriteBoolean("several", classifier.IsMultiLabel);
        json.WriteNumber("labelCount", scores.Count);
        json.WriteNumber("wordCount", scores.WordCount);
        json.WriteNumber("knownWordCount", scores.KnownWordCount);
        if (scores.Familiarity is double familiarity) json.WriteNumber("familiarity", familiarity);
        json.WriteNumber("milliseconds", time.TotalMilliseconds);
        json.WriteStartArray("labels");
        foreach (LabelProbability one in scores.Top(MostLabels))
        {
            json.WriteStartObject();
            json.WriteString("label", one.Label);
            json.WriteNumber("probability", one.Probability);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("explanation");
        json.WriteRawValue(explanation.ToJson());
    });
}
