using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Passes the progress of a training on to the state, on the training's own thread.</summary>
internal sealed class LessonProgress(LearningState state) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) =>
        state.Proceed((value.Epoch - 1 + ((double)value.DoneTextCount / value.TextCount)) / value.EpochCount);
}
