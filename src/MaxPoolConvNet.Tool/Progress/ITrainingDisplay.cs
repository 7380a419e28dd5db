using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>Shows the progress of a training, or of the trainings of all folds. Thread-safe.</summary>
internal interface ITrainingDisplay : IProgress<TrainingProgress>, IProgress<FoldProgress>
{
    /// <summary>Runs the work while the display is shown.</summary>
    T Show<T>(Func<T> work);
}
