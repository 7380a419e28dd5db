namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>The systems that are measured, in the order of the table.</summary>
internal static class AccuracyRows
{
    public static IReadOnlyList<IAccuracyRow> All() =>
    [
        new OneHotRow(),
    ];
}
