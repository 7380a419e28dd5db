using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>How a network begins.</summary>
internal static class RandomNetwork
{
    /// <summary>Draws a network for this many classes, with a logistic output for two and a softmax for more; each entry by its place alone, the same in every precision.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static Network<T> Create<T>(int wordSize, int classes, ConvNetOptions options, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(wordSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
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

        int features = banks.Length * options.FiltersPerWidth;
        OutputWeights<T> output = classes == 2
            ? new OutputWeights<T>(OutputKind.Logistic, 1, features, options.Biases)
            : new OutputWeights<T>(OutputKind.Softmax, classes, features, options.Biases);
        for (int c = 0; c < output.Logits; c++)
            Draw(output.Row(c)[..features], random.Stream(0), (ulong)c * (ulong)features, options.InitialDeviation);
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
