using MaxPoolConvNet.Benchmarks.KernelBenchmarks;

namespace MaxPoolConvNet.Benchmarks.Roofline;

/// <summary>The matrix product of a training step, its columns shared out as training does.</summary>
internal sealed class ProjectionLoad() : MachineLoad("projection, 500 words × 300 numbers × 1,200 columns", "GFLOP")
{
    private const int ColumnsAtOnce = 64;

    private readonly Projection _projection = new();
    private readonly float[][] _packed =
        [.. Enumerable.Range(0, RooflineCommand.MostThreads).Select(_ => new float[MatrixProduct<float>.PackedLength(Projection.Dimension)])];

    public override double Amount(int threads) => Projection.Operations / 1e9;

    public override void Run(WorkSharing sharing) => sharing.Run(Chunks.Count(Projection.Columns, ColumnsAtOnce), (piece, worker) => Lanes.Run<MatrixProduct<float>, float>(
        _projection.OfColumns(Chunks.Of(piece, Projection.Columns, ColumnsAtOnce), _packed[worker])));
}
