namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>A response of the server.</summary>
/// <param name="Label">The label; null if the classifier knows no word of the text.</param>
/// <param name="Probability">Its probability.</param>
/// <param name="Model">The checksum of the model.</param>
internal sealed record Answer(string? Label, double Probability, string Model)
{
    public static Answer Of(Prediction prediction, string checksum) =>
        new(prediction.HasKnownWords ? prediction.Label : null, prediction.Probability, checksum);
}
