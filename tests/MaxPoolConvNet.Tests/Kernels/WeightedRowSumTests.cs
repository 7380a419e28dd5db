using System.Numerics;

namespace MaxPoolConvNet.Tests;

[Trait("Category", "Slow")]
public sealed class WeightedRowSumFloatTests : WeightedRowSumTests<float>;

[Trait("Category", "Slow")]
public sealed class WeightedRowSumDoubleTests : WeightedRowSumTests<double>;

public abstract class WeightedRowSumTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Rows = 13;

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_AllLengthsAndCounts_GiveTheBitsOfAScalarLoop(string lanes)
    {
        foreach (int length in AllLanes.Lengths<T>(lanes, most: 384).Where(length => length > 0))
        {
            var matrix = GuardedArray<T>.Random(Rows * length, seed: 1);
            foreach (int count in new[] { 0, 1, 2, 7, 40 })
            {
                WeightedRow<T>[] rows = [.. Enumerable.Range(0, count).Select(e => new WeightedRow<T>((e * 5) % Rows, T.CreateChecked((e % 3) - 1.3)))];
                var sum = GuardedArray<T>.Random(length, seed: 2);
                T[] expected = new T[length];
                foreach (WeightedRow<T> row in rows)
                {
                    for (int at = 0; at < length; at++)
                        expected[at] = T.MultiplyAddEstimate(row.Factor, matrix.Span[(row.Row * length) + at], expected[at]);
                }

                AllLanes.Run<WeightedRowSum<T>, T>(lanes, new WeightedRowSum<T>(rows, [count], matrix.Span, sum.Span));

                Bits.Equal(expected, sum.Span);
                sum.CheckGuards();
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_Groups_AreSummedUpByThemselvesAndThenInTheirOrder(string lanes)
    {
        int[] ends = [0, 3, 3, 4, 9, 9];
        WeightedRow<T>[] rows = [.. Enumerable.Range(0, ends[^1]).Select(e => new WeightedRow<T>((e * 5) % Rows, T.CreateChecked((e % 3) - 1.3)))];
        foreach (int length in AllLanes.Lengths<T>(lanes, most: 384).Where(length => length > 0))
        {
            var matrix = GuardedArray<T>.Random(Rows * length, seed: 1);
            T[] expected = new T[length];
            for (int group = 0; group < ends.Length; group++)
            {
                T[] ofGroup = new T[length];
                int start = group == 0 ? 0 : ends[group - 1];
                AllLanes.Run<WeightedRowSum<T>, T>(lanes, new WeightedRowSum<T>(rows.AsSpan(start..ends[group]), [ends[group] - start], matrix.Span, ofGroup));
                for (int at = 0; at < length; at++)
                    expected[at] += ofGroup[at];
            }

            T[] sum = new T[length];
            AllLanes.Run<WeightedRowSum<T>, T>(lanes, new WeightedRowSum<T>(rows, ends, matrix.Span, sum));

            Bits.Equal(expected, sum);
        }
    }
}
