using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>Shows how far a training, or the trainings of all folds, are. Thread-safe.</summary>
internal interface ITrainingDisplay : IProgress<TrainingProgress>, IProgress<FoldProgress>
{
    /// <summary>Does the work while the display is up.</summary>
    T Show<T>(Func<T> work);
}
