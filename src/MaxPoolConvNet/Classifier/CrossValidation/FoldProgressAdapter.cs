using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Reports the progress of training as that of a fold.</summary>
internal sealed class FoldProgressAdapter(IProgress<FoldProgress> progress, int fold, int folds) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => progress.Report(new FoldProgress(fold, folds, value));
}
