using MaxPoolConvNet.Benchmarks.Peers.Rows;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>What is measured, in the order of the report.</summary>
internal static class PeerRows
{
    public static IReadOnlyList<IPeerRow> All { get; } =
    [
        new TrainingStepRow("step-sgd", new Sgd()),
        new TrainingStepRow("step-adadelta", new AdaDelta()),
        new TrainingStepRow("step-adam", new Adam()),
        new EpochRow(),
        new MatrixProductRow(),
        new PredictOneRow(),
        new PredictManyRow(),
        new MemoryRow(),
        new DeploymentRow(),
    ];
}
