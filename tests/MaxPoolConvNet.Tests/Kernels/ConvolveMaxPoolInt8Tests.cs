namespace MaxPoolConvNet.Tests;

public class ConvolveMaxPoolInt8Tests
{
    private const int Guards = 40;

    public static TheoryData<string, int> LanesAndWidths { get; } = new MatrixTheoryData<string, int>(
        AllShortLanes.Names.Select(row => row.Data), Enumerable.Range(1, 8));

    [Theory]
    [MemberData(nameof(LanesAndWidths))]
    public void Run_GivesTheNumbersOfAPlainLoop(string lanes, int width)
    {
        foreach (int stride in new[] { 64, 128, 192, 320, 448 })
        {
            Int8Table table = Int8Table.Random(width, stride);
            foreach (int windows in new[] { 1, 2, 3, 20 })
            {
                int[] text = Int8Table.Text(windows + width - 1);
                Assert.Equal(table.Pool(text).Maxima, Run(lanes, table, text).Select(maximum => (int)maximum));
            }
        }
    }

    [Theory]
    [MemberData(nameof(LanesAndWidths))]
    public void Run_InParts_GivesWhatOneRunGives(string lanes, int width)
    {
        Int8Table table = Int8Table.Random(width, stride: 192);
        int[] text = Int8Table.Text(width + 9);
        short[] expected = Run(lanes, table, text);
        for (int cut = 1; cut <= 9; cut++)
        {
            short[] maxima = new short[table.Stride];
            AllShortLanes.Run(lanes, new ConvolveMaxPoolInt8(table.Addresses(text.AsSpan(0, cut + width - 1)), table.Offset, width, table.Stride, maxima));
            AllShortLanes.Run(lanes, new ConvolveMaxPoolInt8(table.Addresses(text.AsSpan(cut)), table.Offset, width, table.Stride, maxima, firstWindow: cut));
            Assert.Equal(expected, maxima);
        }
    }

    [Theory]
    [InlineData(1, 127)]
    [InlineData(1, -127)]
    [InlineData(100, 127)]
    [InlineData(100, -127)]
    [InlineData(258, 127)]
    [InlineData(258, -127)]
    public void Run_TheLargestNumbers_FitIntoSums(int width, int number)
    {
        var table = new Int8Table(offset: 0, width, stride: 64, _ => number);
        int[] text = Int8Table.Text(width + 3);
        foreach (var lanes in AllShortLanes.Names)
            Assert.All(Run(lanes.Data, table, text), maximum => Assert.Equal(width * number, maximum));
    }

    [Theory]
    [MemberData(nameof(AllLanes.OfProcessors), MemberType = typeof(AllLanes))]
    public void RunInSinglePrecision_GivesTheSameNumbersAndTheFirstWindowsThatHaveThem(string lanes)
    {
        for (int width = 1; width <= 8; width++)
        {
            Int8Table table = Int8Table.Random(width, stride: 192);
            int[] text = Int8Table.Text(width + 25);
            float[] maxima = new float[table.Stride];
            float[] winners = new float[table.Stride];
            AllLanes.Run<ConvolveMaxPool<float, Int8Rows>, float>(
                lanes, new(new Int8Rows(table.Addresses(text), table.Offset), width, table.Stride, maxima, winners));

            (int[] expected, int[] expectedWinners) = table.Pool(text);
            Assert.Equal(expected, maxima.Select(maximum => (int)maximum));
            Assert.Equal(expectedWinners, winners.Select(winner => (int)winner));
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void ScaledSums_AreTheProducts(string lanes)
    {
        foreach (int length in AllLanes.Lengths<float>(lanes, 320))
        {
            var random = new CounterRandom((ulong)length);
            short[] sums = [.. Enumerable.Range(0, length).Select(at => (short)(random.Below(65536, (ulong)at) - 32768))];
            float[] scales = GuardedArray<float>.Random(length, 3).Span.ToArray();
            var responses = new GuardedArray<float>(length);

            AllLanes.Run<ScaledSums, float>(lanes, new ScaledSums(sums, scales, responses.Span));

            Bits.Equal<float>(sums.Zip(scales, (sum, scale) => sum * scale).ToArray(), responses.Span);
            responses.CheckGuards();
        }
    }

    private static short[] Run(string lanes, Int8Table table, int[] text)
    {
        const short guard = -12345;
        short[] maxima = new short[table.Stride + (2 * Guards)];
        Array.Fill(maxima, guard);
        AllShortLanes.Run(lanes, new ConvolveMaxPoolInt8(
            table.Addresses(text), table.Offset, table.Width, table.Stride, maxima.AsSpan(Guards, table.Stride)));

        Assert.False(maxima.AsSpan(0, Guards).ContainsAnyExcept(guard), "the kernel wrote before its span");
        Assert.False(maxima.AsSpan(Guards + table.Stride).ContainsAnyExcept(guard), "the kernel wrote behind its span");
        return maxima[Guards..^Guards];
    }
}
