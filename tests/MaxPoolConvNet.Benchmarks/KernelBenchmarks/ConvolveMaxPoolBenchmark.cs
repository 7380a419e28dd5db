using BenchmarkDotNet.Attributes;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>A text of 20 words, all different, over a table of their own, which the second-level cache holds.</summary>
public class ConvolveMaxPoolBenchmark
{
    private const int Words = 20;

    private readonly int[] _wordIds = [.. Enumerable.Range(0, Words)];
    private FilterTable<float> _table = null!;
    private float[] _maxima = [];
    private float[] _winners = [];

    [Params(100, 300)]
    public int Filters { get; set; }

    [Params(2, 3, 4, 5)]
    public int Width { get; set; }

    private ConvolveMaxPool<float, IdRows<float>> Kernel => new(new IdRows<float>(_wordIds, _table), Width, _table.Stride, _maxima, _winners);

    [GlobalSetup]
    public void Fill()
    {
        _table = new FilterTable<float>(Words, Width, Filters);
        new CounterRandom(1).FillNormal(_table.Entries[..(Words * _table.RowLength)], 0, 1);
        _maxima = new float[_table.Stride];
        _winners = new float[_table.Stride];
    }

    [Benchmark(Baseline = true)]
    public void SingleNumbers() => Kernel.Run<SingleLane<float>>();

    [Benchmark]
    public void Bits128() => Kernel.Run<Lanes128<float>>();

    [Benchmark]
    public void Bits256() => Kernel.Run<Lanes256<float>>();

    [Benchmark]
    public void Chosen() => Lanes.Run<ConvolveMaxPool<float, IdRows<float>>, float>(Kernel);
}
