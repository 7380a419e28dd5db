using System.CommandLine;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Switches;

internal static class ThreadsSwitch
{
    public static Option<int> Create() => NumberSwitch.Create(
        "--threads",
        "threads that work at a time; never changes the result",
        TrainingOptions.ThreadsRange,
        Math.Min(Environment.ProcessorCount, TrainingOptions.ThreadsRange.Most));
}
