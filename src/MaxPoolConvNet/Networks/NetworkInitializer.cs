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
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Create<T>(new FilterWords(words), classes, output, options, null, random, random, FilterShare.All);

    /// <summary>Creates a random network; each entry depends only on its place, and is the same in every precision.</summary>
    /// <param name="words">The number of words that have an id, and that of words which wide filters know.</param>
    /// <param name="classes">The number of classes, or of labels for a multi-label output.</param>
    /// <param name="output">The output; null for a logistic one for two classes and a softmax for more.</param>
    /// <param name="options">Sizes and structure.</param>
    /// <param name="vocabulary">The words, if the options have word vectors; else null.</param>
    /// <param name="random">The random numbers.</param>
    /// <param name="shared">The random numbers of static word vectors, which all networks to be averaged share.</param>
    /// <param name="share">The filters that the network has; the others are at other ranks.</param>
    /// <param name="isRounded">Whether its one-hot filters have 16 bits; in single precision alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static Network<T> Create<T>(
        FilterWords words,
        int classes,
        OutputKind? output,
        ConvNetOptions options,
        Vocabulary? vocabulary,
        CounterRandom random,
        CounterRandom shared,
        FilterShare share,
        bool isRounded = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Network<T> network = Empty<T>(words, classes, output, options, share, isRounded);
        for (int b = 0; b < network.Banks.Length; b++)
        {
            FilterTable<T> table = network.Tables[b];
            bool isEmbedded = b >= network.WordBanks;
            CounterRandom numbers = isEmbedded
                ? random.Stream(EmbeddingFilterStreams + (ulong)table.Width)
                : FilterNumbers(random, table.Width);
            (int first, int all) = Place(options, table.Width, isEmbedded, share);
            for (int word = 0; word < table.Words; word++)
                FillRows(table, word, options.InitialDeviation, numbers, first, all);
        }

        if (options.Embedding is { } form)
        {
            CounterRandom numbers = VectorNumbers(form.StaticDimension > 0 ? shared : random);
            EmbeddingInitializer.Fill(network.Embedding!, form, vocabulary, numbers);
        }

        for (int c = 0; c < network.Output.Logits; c++)
            FillOutputRow(network.Output, c, c, options.InitialDeviation, random, share.First, options.Features);
        return network;
    }

    /// <summary>Creates a network whose weights are 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static Network<T> Empty<T>(
        FilterWords words, int classes, OutputKind? output, ConvNetOptions options, FilterShare share, bool isRounded = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(words.Whole, 1, nameof(words));
        OutputKind kind = output ?? OutputFunctions.KindFor(classes, severalLabels: false);
        OptionRange.Check(kind, nameof(output));
        IOutputFunction<T> function = OutputFunctions.Of<T>(kind);
        function.ClassRange.Check(classes, nameof(classes));
        options.Check();
        FilterBank<T>[] wordBanks = Banks<T>(
            group => words.In(group.Width, options.WordFilters), options.WordFilters, 0, share, options, isRounded);
        EmbeddingTable<T>? embedding = options.Embedding is { } form ? EmbeddingInitializer.Empty<T>(words.All, form) : null;
        FilterBank<T>[] embeddingBanks = embedding is null
            ? []
            : Banks<T>(
                _ => embedding.Dimension,
                options.Embedding!.VectorFilters,
                FilterGroups.Total(options.WordFilters),
                share,
                options,
                isRounded: false);
        int features = wordBanks.Concat(embeddingBanks).Sum(bank => bank.Table.Filters);
        var weights = new OutputWeights<T>(function, function.LogitsOf(classes), features, options.Biases);
        return new Network<T>(wordBanks, embedding, embeddingBanks, options.Activation, weights);
    }

    /// <summary>The random numbers of the filters of one width over one-hot words.</summary>
    public static CounterRandom FilterNumbers(CounterRandom random, int width) => random.Stream((ulong)width);

    /// <summary>The random numbers of the word vectors.</summary>
    public static CounterRandom VectorNumbers(CounterRandom random) => random.Stream(EmbeddingStream);

    /// <summary>Draws the rows of a word, from <see cref="FilterNumbers"/> or the numbers of filters over an embedding.</summary>
    public static void FillRows<T>(FilterTable<T> table, int word, double deviation, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => FillRows(table, word, deviation, random, 0, table.Filters);

    /// <summary>The same for a table that has some of the filters: those from <paramref name="first"/> on.</summary>
    private static void FillRows<T>(FilterTable<T> table, int word, double deviation, CounterRandom random, int first, int allFilters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var row = new T[table.Filters];
        for (int position = 0; position < table.Width; position++)
        {
            ulong place = ((ulong)word * (ulong)table.Width) + (ulong)position;
            random.FillNormal(row.AsSpan(), place * (ulong)allFilters, first, deviation);
            table.Write(word, position, row);
        }
    }

    /// <summary>Draws a row of V; each row has its own place in the stream.</summary>
    public static void FillOutputRow<T>(OutputWeights<T> output, int row, int place, double deviation, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        FillOutputRow(output, row, place, deviation, random, 0, output.Features);

    private static void FillOutputRow<T>(
        OutputWeights<T> output, int row, int place, double deviation, CounterRandom random, int firstFeature, int allFeatures)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        random.Stream(OutputStream).FillNormal(
            output.Row(row)[..output.Features], (ulong)place * (ulong)allFeatures, firstFeature, deviation);

    /// <summary>The first filter that a share has of those of a width, and the number of all of them.</summary>
    private static (int First, int All) Place(ConvNetOptions options, int width, bool isEmbedded, FilterShare share)
    {
        IReadOnlyList<FilterGroup> groups = isEmbedded ? options.Embedding!.VectorFilters : options.WordFilters;
        FilterGroup own = groups.Single(group => group.Width == width);
        int firstFeature = FilterGroups.Total([.. groups.TakeWhile(group => group != own)])
            + (isEmbedded ? FilterGroups.Total(options.WordFilters) : 0);
        return (share.OfBank(firstFeature, own.Count).Start.Value, own.Count);
    }

    private static FilterBank<T>[] Banks<T>(
        Func<FilterGroup, int> wordSize,
        IReadOnlyList<FilterGroup> groups,
        int firstFeature,
        FilterShare share,
        ConvNetOptions options,
        bool isRounded)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shapes = new List<(int Words, int Width, int Filters)>();
        foreach (FilterGroup group in groups)
        {
            (_, int count) = share.OfBank(firstFeature, group.Count).GetOffsetAndLength(group.Count);
            firstFeature += group.Count;
            if (count > 0) shapes.Add((wordSize(group), group.Width, count));
        }

        return Array.ConvertAll(
            FilterTables.Of<T>([.. shapes], isRounded), table => new FilterBank<T>(table, options.Biases, options.Padding));
    }
}
