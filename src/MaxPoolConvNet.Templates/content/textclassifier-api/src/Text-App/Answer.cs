using MaxPoolConvNet;
using MaxPoolConvNet.Extensions.Hosting;

namespace Text_App;

/// <summary>A response.</summary>
/// <param name="Label">The label; null if the classifier knows no word of the text or, with a MaximumErrorRate in the settings, isn't sure enough.</param>
/// <param name="Probability">The probability of the most probable label.</param>
/// <param name="Model">The checksum of the model.</param>
public sealed record Answer(string? Label, double Probability, string Model)
{
    /// <summary>Classifies a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="current">The classifier, taken once per request: label and checksum are of one model.</param>
    public static Answer Of(string text, TextClassifierSnapshot current)
    {
        Prediction prediction = current.Predict(text);
        return new Answer(current.Accepts(prediction) ? prediction.Label : null, prediction.Probability, current.Checksum);
    }
}
