using System.Globalization;
using MaxPoolConvNet.Benchmarks.KernelBenchmarks;
using MaxPoolConvNet.Benchmarks.Peers.Torch;
using TorchSharp;

namespace MaxPoolConvNet.Benchmarks.Peers.Rows;

/// <summary>
/// The matrix product of the projection alone, on one thread, from the same numbers; ours packs the filters each time. libtorch writes into a
/// tensor that is there, and is given the filters both ways: stored as ours are, a filter after the other, and transposed ahead.
/// </summary>
internal sealed class MatrixProductRow : IPeerRow
{
    private const double RoundSeconds = 0.3;
    private const double Tolerance = 1e-4;

    public string Name => "product";

    public string Title => $"Matrix product, {Projection.Words} × {Projection.Dimension} × {Projection.Columns}, 1 thread";

    public bool HasTorch => false;

    public IEnumerable<string> Measure(PeerSetting setting)
    {
        TorchLibrary.UseThreads(1);
        var own = new Projection();
        using torch.Tensor words = torch.tensor(own.Left, Projection.Words, Projection.Dimension);
        using torch.Tensor filters = torch.tensor(own.Right, Projection.Columns, Projection.Dimension);
        using torch.Tensor byFilter = filters.t();
        using torch.Tensor byEntry = byFilter.contiguous();
        using torch.Tensor products = torch.zeros(Projection.Words, Projection.Columns);
        Lanes.Run<MatrixProduct<float>, float>(own.Kernel);
        products.addmm_(words, byFilter, beta: 0, alpha: 1);
        float[] expected = products.data<float>().ToArray();
        double difference = own.Products.Zip(expected, (ours, theirs) => Math.Abs(ours - theirs)).Max() / expected.Max(Math.Abs);
        if (!(difference < Tolerance)) throw new InvalidOperationException($"the products differ by {difference} of the largest");
        Contender[] contenders =
        [
            new("MaxPoolConvNet", () => Lanes.Run<MatrixProduct<float>, float>(own.Kernel)),
            new("libtorch, filter after filter", () => products.addmm_(words, byFilter, beta: 0, alpha: 1)),
            new("libtorch, transposed ahead", () => products.addmm_(words, byEntry, beta: 0, alpha: 1)),
        ];
        yield return string.Create(CultureInfo.InvariantCulture, $"{Projection.Operations / 1e9:F2} GFLOP; the results differ by {difference:E1} of the largest.");
        yield return "";
        foreach (string line in PeerTable.Measure(setting.Rounds, RoundSeconds, "a product", contenders))
            yield return line;
    }
}
