using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>How a network begins.</summary>
internal static class RandomNetwork
{
    /// <summary>
    /// Draws a network for this many classes; each entry by its place alone, the same in every precision. Where no output is asked for, it is a
    /// logistic one for two classes and a softmax for more.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static Network<T> Create<T>(int wordSize, int classes, ConvNetOptions options, CounterRandom random, OutputKind? output = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(wordSize, 1);
        OutputKind kind = output ?? (classes == 2 ? OutputKind.Logistic : OutputKind.Softmax);
        OptionRange.Check(kind, nameof(output));
        OptionRange.Check(classes, kind == OutputKind.MultiLabel ? 1 : 2, kind == OutputKind.Logistic ? 2 : int.MaxValue, nameof(classes));
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
        var weights = new OutputWeights<T>(kind, kind == OutputKind.Logistic ? 1 : classes, features, options.Biases);
        for (int c = 0; c < weights.Logits; c++)
            Draw(weights.Row(c)[..features], random.Stream(0), (ulong)c * (ulong)features, options.InitialDeviation);
        return new Network<T>(banks, options.Activation, weights);
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
