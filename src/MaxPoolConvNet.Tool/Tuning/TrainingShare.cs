using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tuning;

internal static class TrainingShare
{
    /// <summary>The finished fraction of a training, from 0 to 1.</summary>
    public static double Of(TrainingProgress progress) =>
        (progress.Epoch - 1 + ((double)progress.DoneTextCount / progress.TextCount)) / progress.EpochCount;
}
