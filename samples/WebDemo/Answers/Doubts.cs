using System.Globalization;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Says why an answer isn't sure.</summary>
internal sealed class Doubts(IOptions<DemoOptions> options)
{
    private readonly double _maximumErrorRate = options.Value.MaximumErrorRate;
    private readonly double _minimumFamiliarity = options.Value.MinimumFamiliarity;

    /// <summary>The threshold above which answers are sure; null if the model can't promise the error rate.</summary>
    public ErrorThreshold? ThresholdOf(TextClassifier classifier) =>
        classifier.Acceptance is null ? null : classifier.AcceptAt(_maximumErrorRate);

    /// <summary>Why an answer isn't sure; null if it is.</summary>
    /// <param name="prediction">The answer.</param>
    /// <param name="threshold">The threshold of the model.</param>
    public string? About(Prediction prediction, ErrorThreshold? threshold)
    {
        if (!prediction.HasKnownWords) return "The model knows none of the words.";
        if (prediction.Familiarity < _minimumFamiliarity) return "The text doesn't resemble the texts that the model was trained on.";
        if (threshold is null) return $"The model can't promise that at most {Percent(_maximumErrorRate)} of its answers are wrong.";
        return threshold.Accepts(prediction) ? null : $"Among answers like this one, more than {Percent(_maximumErrorRate)} may be wrong.";
    }

    private static string Percent(double fraction) => (100 * fraction).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
