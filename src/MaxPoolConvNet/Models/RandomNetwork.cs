using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>How a network begins.</summary>
internal static class RandomNetwork
{
    /// <summary>Draws a network of one-hot words with a logistic output; each entry by its place alone, the same in every precision.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static Network<T> Create<T>(int wordSize, ConvNetOptions options, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(wordSize, 1);
        options.Check();
        var banks = new FilterBank<T>[options.Widths.Length];
        for (int b = 0; b < banks.Length; b++)
        {
            var table = new FilterTable<T>(wordSize, options.Widths[b], options.FiltersPerWidth);
            banks[b] = new FilterBank<T>(table, options.Biases, options.Padding);
            CounterRandom stream = random.Stream((ulong)table.Width);
            for (int row = 0; row < wordSize * table.Width; row++)
                Draw(table.Entries.Slice(row * table.Stride, table.Filters), stream, (ulong)row * (ulong)table.Filters, options.InitialDeviation);
        }

        var output = new OutputWeights<T>(1, banks.Length * options.FiltersPerWidth, options.Biases);
        Draw(output.Row(0)[..output.Features], random.Stream(0), 0, options.InitialDeviation);
        return new Network<T>(banks, options.Activation, output);
    }

    private static void Draw<T>(Span<T> entries, CounterRandom random, ulong firstCounter, double deviation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int j = 0; j < entries.Length; j += 2)
        {
            (double first, double second) = random.Normals(firstCounter + (ulong)j);
            entries[j] = T.CreateChecked(deviation * first);
            if (j + 1 < entries.Length) entries[j + 1] = T.CreateChecked(deviation * second);
        }
    }
}
