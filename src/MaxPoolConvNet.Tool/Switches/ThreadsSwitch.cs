using System.CommandLine;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Switches;

internal static class ThreadsSwitch
{
    public static Option<int> Create() => NumberSwitch.Create(
        "--threads",
        "number of threads; the result doesn't depend on it",
        SwitchRange<int>.Of<TrainingOptions>(nameof(TrainingOptions.Threads)),
        Environment.ProcessorCount);
}
