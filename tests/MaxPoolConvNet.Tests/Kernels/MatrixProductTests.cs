using System.Numerics;

namespace MaxPoolConvNet.Tests;

[Trait("Category", "Slow")]
public sealed class MatrixProductFloatTests : MatrixProductTests<float>;

[Trait("Category", "Slow")]
public sealed class MatrixProductDoubleTests : MatrixProductTests<double>;

public abstract class MatrixProductTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int LeftStride = 40;

    [Theory]
    [MemberData(nameof(AllLanes.NamesAndTruths), MemberType = typeof(AllLanes))]
    public void Run_AllSizes_GivesTheBitsOfAScalarLoop(string lanes, bool byColumns)
    {
        int unit = Math.Max(AlignedArray<T>.EntriesPerLine, AllLanes.Count<T>(lanes));
        foreach (int rows in new[] { 0, 1, 5, 6, 7, 13 })
        {
            foreach (int depth in new[] { 1, 2, 17, 37 })
            {
                for (int columns = unit; columns <= 6 * unit; columns += unit)
                    AssertProduct(lanes, rows, depth, columns, 0..columns, byColumns);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.NamesAndTruths), MemberType = typeof(AllLanes))]
    public void Run_ARangeOfColumns_LeavesTheOthers(string lanes, bool byColumns)
    {
        int unit = Math.Max(AlignedArray<T>.EntriesPerLine, AllLanes.Count<T>(lanes));
        AssertProduct(lanes, rows: 7, depth: 5, columns: 4 * unit, unit..(3 * unit), byColumns);
    }

    [Theory]
    [MemberData(nameof(AllLanes.NamesAndTruths), MemberType = typeof(AllLanes))]
    public void Run_InGroups_AddsUpTheSumsOfTheGroups(string lanes, bool byColumns)
    {
        int unit = Math.Max(AlignedArray<T>.EntriesPerLine, AllLanes.Count<T>(lanes));
        foreach (int rows in new[] { 1, 6, 8, 16 })
        {
            foreach (int group in new[] { 1, 4, 16, 37, 100 })
                AssertProduct(lanes, rows, depth: 37, 3 * unit, ..(3 * unit), byColumns, group);
        }
    }

    private static void AssertProduct(
        string lanes, int rows, int depth, int columns, Range range, bool byColumns, int group = int.MaxValue)
    {
        var left = GuardedArray<T>.Random(rows * LeftStride, seed: 1);
        var right = GuardedArray<T>.Random(depth * columns, seed: 2);
        var products = GuardedArray<T>.Random(rows * columns, seed: 3);
        T[] expected = products.Span.ToArray();
        for (int m = 0; m < rows; m++)
        {
            for (int n = range.Start.Value; n < range.End.Value; n++)
            {
                T? all = null;
                for (int s = 0; s < depth;)
                {
                    T sum = T.Zero;
                    for (long end = Math.Min(depth, (long)s + group); s < end; s++)
                        sum = T.MultiplyAddEstimate(left.Span[(m * LeftStride) + s], right.Span[byColumns ? (n * depth) + s : (s * columns) + n], sum);
                    all = all is { } before ? before + sum : sum;
                }

                expected[(m * columns) + n] = all!.Value;
            }
        }

        var view = new MatrixView<T>(right.Span, depth, byColumns ? 1 : columns, byColumns ? depth : 1);
        T[] packed = new T[Math.Max(MatrixProduct<T>.PackedLength(depth), 16 * AlignedArray<T>.EntriesPerLine * depth)];
        AllLanes.Run<MatrixProduct<T>, T>(lanes, new MatrixProduct<T>(left.Span, LeftStride, [.. Enumerable.Range(0, rows)], view, range, products.Span, columns, packed, group));

        Bits.Equal(expected, products.Span);
        products.CheckGuards();
    }
}
