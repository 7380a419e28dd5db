using System.Numerics;

namespace MaxPoolConvNet.Tests;

/// <summary>Runs kernels on lanes by name; vectors that the processor hasn't are emulated, so that every machine tests them all.</summary>
internal static class AllLanes
{
    public static TheoryData<string> Names { get; } =
    [
        nameof(Lanes512<>), nameof(Lanes256<>), nameof(Lanes128<>), nameof(SingleLane<>),
        "4 × Lanes512", "4 × Lanes256", "4 × Lanes128", "4 × SingleLane",
    ];

    /// <summary>The lanes that kernels are run on outside of other lanes: those of the processor, or a single number.</summary>
    public static TheoryData<string> OfProcessors { get; } = [nameof(Lanes512<>), nameof(Lanes256<>), nameof(Lanes128<>), nameof(SingleLane<>)];

    /// <summary>All lanes with both values of another argument.</summary>
    public static MatrixTheoryData<string, bool> NamesAndTruths { get; } = new(Names.Select(row => row.Data), [false, true]);

    public static void Run<TKernel, T>(string lanes, TKernel kernel)
        where TKernel : IKernel<T>, allows ref struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (lanes)
        {
            case "Lanes512": kernel.Run<Lanes512<T>>(); break;
            case "Lanes256": kernel.Run<Lanes256<T>>(); break;
            case "Lanes128": kernel.Run<Lanes128<T>>(); break;
            case "SingleLane": kernel.Run<SingleLane<T>>(); break;
            case "4 × Lanes512": kernel.Run<FourLanes<Lanes512<T>, T>>(); break;
            case "4 × Lanes256": kernel.Run<FourLanes<Lanes256<T>, T>>(); break;
            case "4 × Lanes128": kernel.Run<FourLanes<Lanes128<T>, T>>(); break;
            case "4 × SingleLane": kernel.Run<FourLanes<SingleLane<T>, T>>(); break;
            default: throw new ArgumentException($"no lanes are called {lanes}", nameof(lanes));
        }
    }

    /// <summary>Lengths that the lanes can work on: whole cache lines, and whole numbers of lanes.</summary>
    public static IEnumerable<int> Lengths<T>(string lanes, int most)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int unit = Math.Max(AlignedArray<T>.EntriesPerLine, Count<T>(lanes));
        for (int length = 0; length <= most; length += unit)
            yield return length;
    }

    public static int Count<T>(string lanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var count = new CountKernel<T>();
        Run<CountKernel<T>, T>(lanes, count);
        return count.Count;
    }

    private sealed class CountKernel<T> : IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public int Count { get; private set; }

        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T> => Count = TLanes.Count;
    }
}
