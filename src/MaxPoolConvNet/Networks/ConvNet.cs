using System.Collections.Immutable;
using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>The network, in double precision: filters over windows of words, a max-pool with an activation, and an output.</summary>
/// <remarks>
/// <para>
/// Use it to read, check and compute with a model. Forward and Backward are fused; run layer by layer they give the same numbers.
/// </para>
/// <para>
/// o = σ(V·h), h_j = f(max_m x_m · u_j). The log-likelihood L = y·log o + (1 − y)·log(1 − o) is maximized. Its gradients:
/// ∂L/∂V = (y − o)·h, and column j of ∂L/∂U is (y − o)·v_j·f′·x_{m_j}, where f′ is 1 − h_j² for tanh; for one-hot
/// words it has k entries.
/// </para>
/// <para>Forward and Backward are thread-safe; setting parameters requires exclusive access to the model.</para>
/// </remarks>
public sealed class ConvNet : IModel, IRepeatedForward
{
    private readonly Network<double> _network;
    private readonly ImmutableArray<ConvFilterLayer> _layers;

    /// <summary>Creates a network with filters of one width: the writeup's network if it has a logistic output and no biases.</summary>
    /// <param name="filters">The convolution.</param>
    /// <param name="pool">The max-pool and its activation.</param>
    /// <param name="output">The output; its V has one weight per filter.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">V doesn't have one weight per filter.</exception>
    public ConvNet(ConvFilterLayer filters, MaxPool pool, OutputLayer output)
        : this([filters], pool, output)
    {
    }

    /// <summary>Creates a network with filters of several widths side by side; h holds their pooled features width by width.</summary>
    /// <param name="filters">
    /// The convolutions, each with its own width. They are not copied: setting their parameters sets the network's. Over one-hot words, the
    /// S of each may be smaller than that of others: it treats words beyond its own as zero words.
    /// </param>
    /// <param name="pool">The max-pool and its activation.</param>
    /// <param name="output">The output; its V has one weight per filter of all widths.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is no layer, two layers have the same width, or V doesn't have one weight per filter.
    /// </exception>
    public ConvNet(IEnumerable<ConvFilterLayer> filters, MaxPool pool, OutputLayer output)
        : this(filters, null, [], pool, output)
    {
    }

    /// <summary>
    /// Creates a network with an embedding: filters over the words' vectors and, optionally, filters over the one-hot words beside them
    /// (Johnson &amp; Zhang 2015).
    /// </summary>
    /// <remarks>The features of the one-hot filters come first in h.</remarks>
    /// <param name="filters">
    /// The convolutions over one-hot words, each with its own width; may be empty. The S of each may be smaller than that of others, or
    /// than the embedding's vocabulary: it treats words beyond its own as zero words.
    /// </param>
    /// <param name="embedding">The embedding; <see langword="null"/> for none.</param>
    /// <param name="embeddingFilters">
    /// The convolutions over the embedding's vectors, each with its own width, with S = the embedding's dimension.
    /// </param>
    /// <param name="pool">The max-pool and its activation.</param>
    /// <param name="output">The output; its V has one weight per filter of all widths.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="embedding"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is no layer, two layers of one kind have the same width, sizes don't match, or there are embedding filters without an
    /// embedding, or the reverse.
    /// </exception>
    public ConvNet(
        IEnumerable<ConvFilterLayer> filters,
        Embedding? embedding,
        IEnumerable<ConvFilterLayer> embeddingFilters,
        MaxPool pool,
        OutputLayer output)
    {
        ArgumentNullException.ThrowIfNull(filters);
        ArgumentNullException.ThrowIfNull(embeddingFilters);
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(output);
        Filters = [.. filters];
        Embedding = embedding;
        EmbeddingFilters = [.. embeddingFilters];
        Pool = pool;
        Output = output;
        _layers = [.. Filters, .. EmbeddingFilters];
        if (_layers.IsEmpty) throw new ArgumentException("a network needs at least one layer of filters", nameof(filters));
        CheckWidths(Filters, nameof(filters));
        CheckWidths(EmbeddingFilters, nameof(embeddingFilters));
        if (embedding is null != EmbeddingFilters.IsEmpty)
        {
            throw new ArgumentException(
                embedding is null
                    ? "there are filters over an embedding, but no embedding"
                    : "there is an embedding, but no filters over it",
                nameof(embeddingFilters));
        }
        if (embedding is not null && EmbeddingFilters.FirstOrDefault(layer => layer.WordSize != embedding.Dimension) is { } other)
        {
            throw new ArgumentException(
                $"the filters over the embedding expect words of size {other.WordSize}; "
                + $"its vectors have {embedding.Dimension} entries",
                nameof(embeddingFilters));
        }
        if (embedding is not null && Filters.FirstOrDefault(layer => layer.WordSize > embedding.VocabularySize) is { } larger)
        {
            throw new ArgumentException(
                $"the one-hot filters have rows for {larger.WordSize} words; the embedding knows {embedding.VocabularySize}",
                nameof(filters));
        }
        _network = new Network<double>(
            [.. Filters.Select(layer => layer.Bank)],
            embedding?.Table,
            [.. EmbeddingFilters.Select(layer => layer.Bank)],
            pool.Activation,
            output.Weights);
        if (output.FeatureCount != FeatureCount)
            throw new ArgumentException($"V has {output.FeatureCount} weights; pooling produces {FeatureCount}", nameof(output));
        Parameters =
        [
            .. embedding?.Parameters ?? [],
            .. _layers.SelectMany((layer, b) => b < Filters.Length
                ? layer.NamedParameters(_network.Suffix(b))
                : layer.NamedParameters(_network.Suffix(b), rowsInUse: null)),
            .. output.Parameters,
        ];
    }

    /// <summary>The convolutions over the text's own words (one-hot words or given word vectors), one per width.</summary>
    public ImmutableArray<ConvFilterLayer> Filters { get; }

    /// <summary>The embedding; <see langword="null"/> without one.</summary>
    public Embedding? Embedding { get; }

    /// <summary>The convolutions over the embedding's vectors, one per width; empty without an embedding.</summary>
    public ImmutableArray<ConvFilterLayer> EmbeddingFilters { get; }

    /// <summary>The max-pool and its activation.</summary>
    public MaxPool Pool { get; }

    /// <summary>The output.</summary>
    public OutputLayer Output { get; }

    /// <summary>
    /// The vocabulary size: word ids are below it. For a network that takes word vectors without an embedding: their size S.
    /// </summary>
    public int WordSize => _network.WordSize;

    /// <summary>The length of h: the number of filters of all widths.</summary>
    public int FeatureCount => _network.Features;

    /// <summary>
    /// The parameters: embedding, filters, filter biases, output weights and output biases, as far as the network has them.
    /// </summary>
    /// <remarks>
    /// "embedding" (words × trained entries) if the embedding has trained entries, "U" (Sk × F), "filterBias" (1 × F) with biases,
    /// "V" (1 × F, or classes × F) and "outputBias" (1 × rows of V) with biases. With several widths, the width follows the filters'
    /// names: "U3", "filterBias3". With both one-hot and embedding filters, the names of the latter end with ".embedding": "U3.embedding".
    /// </remarks>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>
    /// Creates a network with random weights: U and V from N(0, σ²), where σ is <see cref="ConvNetOptions.InitialDeviation"/>; biases
    /// are 0.
    /// </summary>
    /// <param name="wordSize">S: the number of words in the vocabulary, or of entries in a given word vector; at least 1.</param>
    /// <param name="options">Sizes and structure of the network.</param>
    /// <param name="seed">The seed. The same seed gives the same weights.</param>
    /// <param name="classes">
    /// The number of classes, or of labels for a multi-label output. The default is 2. At least 2; for a multi-label output at least 1.
    /// </param>
    /// <param name="output">
    /// The kind of output. The default is <see langword="null"/>: logistic for 2 classes, softmax for more.
    /// </param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The options contain word vectors, which only training can assign to word ids.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// S, the classes, the output or an option is out of range, or a logistic output is requested for a number of classes other than 2.
    /// </exception>
    public static ConvNet Random(int wordSize, ConvNetOptions options, ulong seed, int classes = 2, OutputKind? output = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Embedding?.Vectors is not null)
            throw new ArgumentException("word vectors need words; a random network has ids alone", nameof(options));
        return FromNetwork(NetworkInitializer.Create<double>(wordSize, classes, options, new CounterRandom(seed), output));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">An id is outside the vocabulary, or the vectors' size isn't S.</exception>
    /// <exception cref="ArithmeticException">The logit overflows.</exception>
    public ForwardPass Forward(TextInput text) => Forward(text, new TextPass<double>(_network));

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="pass"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The pass belongs to another model, or the target is a set of labels and the output isn't a multi-label output.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The output has no such class.</exception>
    public Gradients Backward(ForwardPass pass, Target target)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass is not ConvNetPass own || own.Model != this) throw new ArgumentException("the pass is another model's", nameof(pass));

        var gradient = new TextGradient<double>(_network);
        Output.Errors(own.Fused.Logits, target).CopyTo(gradient.Errors, 0);
        _network.Backward(own.Fused, [], gradient);
        return new Gradients(Blocks(own, gradient));
    }

    ForwardPass IRepeatedForward.ForwardAgain(TextInput text, ForwardPass givenUp) => Forward(text, ((ConvNetPass)givenUp).Fused);

    /// <summary>A copy of the network in another precision; it runs the same code.</summary>
    internal Network<T> InPrecision<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => _network.To<T>();

    internal static ConvNet FromNetwork(Network<double> network) => new(
        network.Banks[..network.WordBanks].Select(bank => new ConvFilterLayer(bank)),
        network.Embedding is { } embedding ? new Embedding(embedding) : null,
        network.Banks[network.WordBanks..].Select(bank => new ConvFilterLayer(bank)),
        new MaxPool(network.Activation),
        network.Output.Function.CreateLayer(network.Output));

    private ConvNetPass Forward(TextInput text, TextPass<double> scratch)
    {
        ArgumentNullException.ThrowIfNull(text);
        TextInput? embedded = Embedding?.Forward(text);
        if (embedded is null && !text.HasWordVectors) text.CheckIds(WordSize);
        FilterTable<double>[] tables = new FilterTable<double>[_layers.Length];
        for (int b = 0; b < tables.Length; b++)
        {
            if (b >= Filters.Length) tables[b] = _layers[b].TableOf(embedded!);
            else tables[b] = text.HasWordVectors ? _layers[b].TableOf(text) : _layers[b].Bank.Table;
        }

        _network.Forward(text.WordIds.AsSpan(), embedded is null ? [] : embedded.WordIds.AsSpan(), tables, [], scratch);
        foreach (double logit in scratch.Logits)
        {
            if (!double.IsFinite(logit))
                throw new ArithmeticException(FormattableString.Invariant($"the logit is {logit}: weights or word vectors are too large"));
        }

        return new ConvNetPass(this, text, embedded, tables, scratch);
    }

    private List<(string Name, Matrix<double> Block)> Blocks(ConvNetPass pass, TextGradient<double> gradient)
    {
        var blocks = new List<(string Name, Matrix<double> Block)>();
        EmbeddedTextGradient? embedded = null;
        for (int b = 0; b < _layers.Length; b++)
        {
            string suffix = _network.Suffix(b);
            if (b >= Filters.Length) embedded ??= new EmbeddedTextGradient(_network, pass, gradient);
            blocks.Add((ParameterNames.Filters + suffix, embedded is null ? OfWordFilters(b, pass, gradient) : embedded.OfFilters(b)));
            if (_layers[b].BiasGradient(gradient.Responses.AsSpan(_network.FirstFeature(b))) is { } bias)
                blocks.Add((ParameterNames.FilterBias + suffix, bias));
        }

        if (embedded is not null && Embedding!.Backward(pass.Text, embedded.OfVectors()) is { } vectors)
            blocks.Add((ParameterNames.Embedding, vectors));
        (Matrix<double> weights, Matrix<double>? outputBias) = Output.WeightGradients(gradient.Errors, pass.Fused.Pooled);
        blocks.Add((ParameterNames.Output, weights));
        if (outputBias is not null) blocks.Add((ParameterNames.OutputBias, outputBias));
        return blocks;
    }

    private Matrix<double> OfWordFilters(int bank, ConvNetPass pass, TextGradient<double> gradient)
    {
        var collected = new TableGradient(pass.Tables[bank]);
        _network.Route(bank, pass.Tables[bank], pass.Fused, gradient, .._layers[bank].FilterCount, ref collected);
        return pass.Text.HasWordVectors ? collected.ToMatrix(pass.Text) : collected.ToSparseMatrix();
    }

    private static void CheckWidths(ImmutableArray<ConvFilterLayer> layers, string name)
    {
        foreach (ConvFilterLayer layer in layers)
            ArgumentNullException.ThrowIfNull(layer, name);
        if (layers.DistinctBy(layer => layer.Width).Count() < layers.Length)
            throw new ArgumentException($"the widths {string.Join(", ", layers.Select(layer => layer.Width))} aren't all different", name);
    }
}
