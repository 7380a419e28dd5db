using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Trust;

/// <summary>How good the probabilities of a classifier are on test texts.</summary>
/// <param name="Temperature">By what calibration divided the logits; 1 without.</param>
/// <param name="ExcessError">
/// The expected calibration error less that of a perfect model: one whose labels are sampled from its own probabilities. With few texts, that
/// isn't 0 either.
/// </param>
/// <param name="Loss">The log-loss, in nats.</param>
/// <param name="Accuracy">From 0 to 1.</param>
/// <param name="Seconds">The time of training.</param>
internal sealed record TrustFigures(double Temperature, double ExcessError, double Loss, double Accuracy, double Seconds)
{
    private const int Draws = 1_000;

    public static TrustFigures Of(TextClassifier classifier, IReadOnlyList<LabeledText> test, double seconds)
    {
        EvaluationReport report = classifier.Evaluate(test);
        double[] probabilities = [.. test.Select(text => classifier.Predict(text.Text).Probability)];
        var random = new Random(1);
        double perfect = Enumerable.Range(0, Draws).Average(_ => ErrorOfDraw(probabilities, random));
        return new TrustFigures(
            classifier.Calibration?.Temperature ?? 1, report.ExpectedCalibrationError - perfect, report.Loss, report.Accuracy, seconds);
    }

    private static double ErrorOfDraw(double[] probabilities, Random random)
    {
        var tally = new CalibrationTally();
        foreach (double probability in probabilities)
            tally.Add(probability, random.NextDouble() < probability);
        return tally.Error;
    }
}
