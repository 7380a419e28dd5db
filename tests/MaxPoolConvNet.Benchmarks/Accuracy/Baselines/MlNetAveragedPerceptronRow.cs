using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>ML.NET with the averaged perceptron, one for each label where there are more than two.</summary>
internal sealed class MlNetAveragedPerceptronRow : MlNetRow
{
    public override string Name => "mlnet-perceptron";

    protected override string Trainers => "averaged perceptron";

    protected override string Settings => "AveragedPerceptron or, for more labels than two, OneVersusAll of it";

    protected override IEstimator<ITransformer> Binary(MLContext context, string label) => Perceptron(context, label);

    protected override IEstimator<ITransformer> Multiclass(MLContext context, string label) =>
        context.MulticlassClassification.Trainers.OneVersusAll(Perceptron(context, label), label);

    private static AveragedPerceptronTrainer Perceptron(MLContext context, string label) =>
        context.BinaryClassification.Trainers.AveragedPerceptron(label, Features);
}
