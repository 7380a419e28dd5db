using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Sizes;

/// <summary>What a classifier takes and gives.</summary>
/// <param name="Bytes">The size of its model file.</param>
/// <param name="Accuracy">On the test texts, from 0 to 1.</param>
/// <param name="Loss">The log-loss on the test texts, in nats.</param>
internal sealed record SizeFigures(double Bytes, double Accuracy, double Loss)
{
    public static SizeFigures Of(TextClassifier classifier, IReadOnlyList<LabeledText> test)
    {
        using var file = new MemoryStream();
        classifier.Save(file);
        EvaluationReport report = classifier.Evaluate(test);
        return new SizeFigures(file.Length, report.Accuracy, report.Loss);
    }

    public static SizeFigures Mean(IReadOnlyList<SizeFigures> all) =>
        new(all.Average(one => one.Bytes), all.Average(one => one.Accuracy), all.Average(one => one.Loss));
}
