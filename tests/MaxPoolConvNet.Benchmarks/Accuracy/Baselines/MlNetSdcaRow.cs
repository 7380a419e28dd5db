using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>ML.NET with logistic regression, or maximum entropy, by stochastic dual coordinate ascent. One thread: several race.</summary>
internal sealed class MlNetSdcaRow : MlNetRow
{
    public override string Name => "mlnet-sdca";

    protected override string Trainers => "SDCA";

    protected override string Settings => "SdcaLogisticRegression or, for more labels than two, SdcaMaximumEntropy, 1 thread";

    protected override IEstimator<ITransformer> Binary(MLContext context, string label) =>
        context.BinaryClassification.Trainers.SdcaLogisticRegression(
            new SdcaLogisticRegressionBinaryTrainer.Options { LabelColumnName = label, FeatureColumnName = Features, NumberOfThreads = 1 });

    protected override IEstimator<ITransformer> Multiclass(MLContext context, string label) =>
        context.MulticlassClassification.Trainers.SdcaMaximumEntropy(
            new SdcaMaximumEntropyMulticlassTrainer.Options { LabelColumnName = label, FeatureColumnName = Features, NumberOfThreads = 1 });
}
