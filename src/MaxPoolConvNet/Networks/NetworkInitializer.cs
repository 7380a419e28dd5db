using System.Numerics;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>Initializes networks.</summary>
internal static class NetworkInitializer
{
    // streams of random numbers: output, filters of each width (up to 100) over words and over the embedding, embedding
    private const ulong OutputStream = 0;
    private const ulong EmbeddingFilterStreams = 1_000;
    private const ulong EmbeddingStream = 2_000;

    /// <summary>Creates a random network over word ids only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static Network<T> Create<T>(int words, int classes, ConvNetOptions options, CounterRandom random, OutputKind? output = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Create<T>(words, classes, output, options, null, random, random);

    /// <summary>Creates a random network; each entry depends only on its place, and is the same in every precision.</summary>
    /// <param name="words">The number of words that have an id.</param>
    /// <param name="classes">The number of classes, or of labels for a multi-label output.</param>
    /// <param name="output">The output; null for a logistic one for two classes and a softmax for more.</param>
    /// <param name="options">Sizes and structure.</param>
    /// <param name="vocabulary">The words, if the options have word vectors; else null.</param>
    /// <param name="random">The random numbers.</param>
    /// <param name="shared">The random numbers of static word vectors, which all networks to be averaged share.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static Network<T> Create<T>(
        int words,
        int classes,
        OutputKind? output,
        ConvNetOptions options,
        Vocabulary? vocabulary,
        CounterRandom random,
        CounterRandom shared)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(words, 1);
        OutputKind kind = output ?? OutputFunctions.KindFor(classes, severalLabels: false);
        OptionRange.Check(kind, nameof(output));
        IOutputFunction<T> function = OutputFunctions.Of<T>(kind);
        function.ClassRange.Check(classes, nameof(classes));
        options.Check();
        FilterBank<T>[] wordBanks = Banks<T>(words, options.WordFilters, options, width => FilterNumbers(random, width));
        EmbeddingTable<T>? embedding = null;
        FilterBank<T>[] embeddingBanks = [];
        if (options.Embedding is { } form)
        {
            embedding = EmbeddingInitializer.Create<T>(words, form, vocabulary, VectorNumbers(form.StaticDimension > 0 ? shared : random));
            embeddingBanks = Banks<T>(
                embedding.Dimension, form.VectorFilters, options, width => random.Stream(EmbeddingFilterStreams + (ulong)width));
        }

        int features = wordBanks.Concat(embeddingBanks).Sum(bank => bank.Table.Filters);
        var weights = new OutputWeights<T>(function, function.LogitsOf(classes), features, options.Biases);
        for (int c = 0; c < weights.Logits; c++)
            FillOutputRow(weights, c, c, options.InitialDeviation, random);
        return new Network<T>(wordBanks, embedding, embeddingBanks, options.Activation, weights);
    }

    /// <summary>The random numbers of the filters of one width over one-hot words.</summary>
    public static CounterRandom FilterNumbers(CounterRandom random, int width) => random.Stream((ulong)width);

    /// <summary>The random numbers of the word vectors.</summary>
    public static CounterRandom VectorNumbers(CounterRandom random) => random.Stream(EmbeddingStream);

    /// <summary>Draws the rows of a word, from <see cref="FilterNumbers"/> or the numbers of filters over an embedding.</summary>
    public static void FillRows<T>(FilterTable<T> table, int word, double deviation, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = word * table.Width; row < (word + 1) * table.Width; row++)
            random.FillNormal(table.Entries.Slice(row * table.Stride, table.Filters), (ulong)row * (ulong)table.Filters, deviation);
    }

    /// <summary>Draws a row of V; each row has its own place in the stream.</summary>
    public static void FillOutputRow<T>(OutputWeights<T> output, int row, int place, double deviation, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        random.Stream(OutputStream).FillNormal(output.Row(row)[..output.Features], (ulong)place * (ulong)output.Features, deviation);

    private static FilterBank<T>[] Banks<T>(
        int wordSize, IReadOnlyList<FilterGroup> groups, ConvNetOptions options, Func<int, CounterRandom> random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var banks = new FilterBank<T>[groups.Count];
        for (int b = 0; b < banks.Length; b++)
        {
            var table = new FilterTable<T>(wordSize, groups[b].Width, groups[b].Count);
            banks[b] = new FilterBank<T>(table, options.Biases, options.Padding);
            CounterRandom numbers = random(table.Width);
            for (int word = 0; word < wordSize; word++)
                FillRows(table, word, options.InitialDeviation, numbers);
        }

        return banks;
    }
}
