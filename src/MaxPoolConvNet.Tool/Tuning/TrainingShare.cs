using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tuning;

internal static class TrainingShare
{
    /// <summary>The part of a training that is done, from 0 to 1.</summary>
    public static double Of(TrainingProgress progress) =>
        (progress.Epoch - 1 + ((double)progress.DoneTextCount / progress.TextCount)) / progress.EpochCount;
}
