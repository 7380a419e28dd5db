using System.Numerics;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

[Trait("Category", "Slow")]
public sealed class ConvolveMaxPoolFloatTests : ConvolveMaxPoolTests<float>;

[Trait("Category", "Slow")]
public sealed class ConvolveMaxPoolDoubleTests : ConvolveMaxPoolTests<double>;

public abstract class ConvolveMaxPoolTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_AllFilterCounts_GiveTheBitsOfAScalarLoop(string lanes)
    {
        for (int filters = 1; filters <= 130; filters++)
            Check(lanes, Table(words: 7, width: 1 + (filters % 5), filters), windows: 1 + (filters % 40));
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_AllWindowCountsAndWidths_GiveTheBitsOfAScalarLoop(string lanes)
    {
        for (int width = 1; width <= 5; width++)
        {
            FilterTable<T> narrow = Table(words: 20, width, filters: 64);
            FilterTable<T> wide = Table(words: 20, width, filters: 128);
            for (int windows = 1; windows <= 40; windows++)
            {
                Check(lanes, narrow, windows);
                Check(lanes, wide, windows);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_EqualMaxima_AreWonByTheFirst(string lanes)
    {
        var table = new FilterTable<T>(words: 3, width: 2, filters: 64);
        for (int j = 0; j < table.Filters; j++)
            (table[1, 0, j], table[2, 0, j]) = (T.One, T.One);

        (T[] maxima, T[] winners) = Run(lanes, table, [0, 0, 2, 1, 2, 0]);

        Assert.All(maxima, maximum => Assert.Equal(T.One, maximum));
        Assert.All(winners, winner => Assert.Equal(T.CreateChecked(2), winner));
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_ZerosOfBothSigns_AreEqual(string lanes)
    {
        var table = new FilterTable<T>(words: 2, width: 1, filters: 64);
        for (int j = 0; j < table.Filters; j++)
            table[1, 0, j] = -T.Zero;

        (T[] maxima, T[] winners) = Run(lanes, table, [1, 0, 1]);

        Assert.All(maxima, maximum => Assert.True(T.IsZero(maximum) && T.IsNegative(maximum)));
        Assert.All(winners, winner => Assert.Equal(T.Zero, winner));
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_LargeValues_AreComparedToo(string lanes)
    {
        T large = typeof(T) == typeof(float) ? T.CreateChecked(float.MaxValue) : T.CreateChecked(double.MaxValue);
        var table = new FilterTable<T>(words: 3, width: 1, filters: 64);
        for (int j = 0; j < table.Filters; j++)
            (table[0, 0, j], table[1, 0, j], table[2, 0, j]) = (-large, T.BitDecrement(-large), large);

        (T[] lowest, T[] lowestWinners) = Run(lanes, table, [1, 0, 1]);
        (T[] highest, T[] highestWinners) = Run(lanes, table, [0, 0, 2, 0]);

        Assert.All(lowest, maximum => Assert.Equal(-large, maximum));
        Assert.All(lowestWinners, winner => Assert.Equal(T.One, winner));
        Assert.All(highest, maximum => Assert.Equal(large, maximum));
        Assert.All(highestWinners, winner => Assert.Equal(T.CreateChecked(2), winner));
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_ZeroWord_AddsNothing(string lanes)
    {
        FilterTable<T> table = Table(words: 4, width: 3, filters: 64);

        (T[] maxima, _) = Run(lanes, table, [table.ZeroWord, 2, table.ZeroWord]);

        for (int j = 0; j < table.Filters; j++)
            Assert.Equal(table[2, 1, j], maxima[j]);
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_NobodyAsksForWinners_GivesTheSameMaxima(string lanes)
    {
        FilterTable<T> table = Table(words: 9, width: 3, filters: 128);
        int[] ids = [4, 1, 8, 8, 0, 3, 2, 7];
        (T[] expected, _) = Run(lanes, table, ids);

        T[] maxima = new T[table.Stride];
        AllLanes.Run<ConvolveMaxPool<T, IdRows<T>>, T>(lanes, new(new IdRows<T>(ids, table), table.Width, table.Stride, maxima, []));

        Bits.Equal<T>(expected, maxima);
    }

    [Theory]
    [MemberData(nameof(AllLanes.NamesAndTruths), MemberType = typeof(AllLanes))]
    public void Run_InParts_GivesWhatOneRunGives(string lanes, bool withWinners)
    {
        FilterTable<T> table = Table(words: 9, width: 3, filters: 128);
        int[] ids = [4, 1, 8, 8, 0, 3, 2, 7, 5, 5, 1];
        (T[] expected, T[] expectedWinners) = Run(lanes, table, ids);
        for (int cut = 1; cut < ids.Length - table.Width + 1; cut++)
        {
            T[] maxima = new T[table.Stride];
            T[] winners = new T[withWinners ? table.Stride : 0];
            AllLanes.Run<ConvolveMaxPool<T, IdRows<T>>, T>(
                lanes, new(new IdRows<T>(ids.AsSpan(0, cut + table.Width - 1), table), table.Width, table.Stride, maxima, winners));
            AllLanes.Run<ConvolveMaxPool<T, IdRows<T>>, T>(
                lanes, new(new IdRows<T>(ids.AsSpan(cut), table), table.Width, table.Stride, maxima, winners, firstWindow: cut));

            Bits.Equal<T>(expected, maxima);
            if (withWinners) Bits.Equal<T>(expectedWinners, winners);
        }
    }

    private static void Check(string lanes, FilterTable<T> table, int windows)
    {
        if (table.Stride % AllLanes.Count<T>(lanes) != 0) return;
        var random = new CounterRandom((ulong)windows);
        int[] ids = [.. Enumerable.Range(0, windows + table.Width - 1).Select(at => random.Below(table.Words + 1, (ulong)at))];
        (T[] maxima, T[] winners) = Run(lanes, table, ids);
        for (int j = 0; j < table.Filters; j++)
        {
            (T best, int winner) = (T.Zero, -1);
            for (int m = 0; m < windows; m++)
            {
                T sum = table[ids[m], 0, j];
                for (int i = 1; i < table.Width; i++)
                    sum += table[ids[m + i], i, j];
                if (winner < 0 || sum > best) (best, winner) = (sum, m);
            }

            Bits.Equal<T>([best, T.CreateChecked(winner)], [maxima[j], winners[j]]);
        }

        Assert.False(maxima.AsSpan(table.Filters).ContainsAnyExcept(T.Zero));
        Assert.False(winners.AsSpan(table.Filters).ContainsAnyExcept(T.Zero));
    }

    /// <summary>All columns, with the padding's.</summary>
    private static (T[] Maxima, T[] Winners) Run(string lanes, FilterTable<T> table, int[] ids)
    {
        var maxima = new GuardedArray<T>(table.Stride);
        var winners = new GuardedArray<T>(table.Stride);
        AllLanes.Run<ConvolveMaxPool<T, IdRows<T>>, T>(lanes, new(new IdRows<T>(ids, table), table.Width, table.Stride, maxima.Span, winners.Span));
        maxima.CheckGuards();
        winners.CheckGuards();
        return (maxima.Span.ToArray(), winners.Span.ToArray());
    }

    private static FilterTable<T> Table(int words, int width, int filters)
    {
        var random = new CounterRandom((ulong)((width * 1000) + filters));
        var table = new FilterTable<T>(words, width, filters);
        for (int word = 0; word < words; word++)
        {
            for (int i = 0; i < width; i++)
            {
                for (int j = 0; j < filters; j++)
                    table[word, i, j] = T.CreateChecked(random.Normals((ulong)table.Index(word, i, j)).First);
            }
        }

        return table;
    }
}
