using System.Collections.Immutable;
using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The network: filters over windows of words, a max-pool over the positions with its activation, and an output; in double precision, for
/// reading, checking and computing with. Its Forward and Backward are fused; taken layer by layer they give the same numbers.
/// </summary>
/// <remarks>
/// <para>
/// o = σ(V·h), h_j = f(max_m x_m · u_j). Gradients of the log-likelihood L = y·log o + (1 − y)·log(1 − o), which is maximised:
/// ∂L/∂V = (y − o)·h, and column j of ∂L/∂U is (y − o)·v_j·f′·x_{m_j}, f′ being 1 − h_j² for tanh; for one-hot words it has k entries.
/// </para>
/// <para>Forward and Backward may run on many threads at once; setting parameters needs the model for oneself.</para>
/// </remarks>
public sealed class ConvNet : IModel, IRepeatedForward
{
    private readonly Network<double> _network;
    private readonly ImmutableArray<ConvFilterLayer> _layers;

    /// <summary>A network of one width: the writeup's, with a logistic output and without biases.</summary>
    /// <param name="filters">The convolution.</param>
    /// <param name="pool">The max-pool and its activation.</param>
    /// <param name="output">The output; its V has a weight for each filter.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">V hasn't a weight for each filter.</exception>
    public ConvNet(ConvFilterLayer filters, MaxPool pool, OutputLayer output)
        : this([filters], pool, output)
    {
    }

    /// <summary>A network of several widths side by side, whose pooled features stand in h one width after the other.</summary>
    /// <param name="filters">The convolutions, each of a width of its own, over words of one size S. They stay the network's own layers: setting their parameters sets the network's.</param>
    /// <param name="pool">The max-pool and its activation.</param>
    /// <param name="output">The output; its V has a weight for each filter of all widths.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no layer, two have one width, they differ in S, or V hasn't a weight for each filter.</exception>
    public ConvNet(IEnumerable<ConvFilterLayer> filters, MaxPool pool, OutputLayer output)
        : this(filters, null, [], pool, output)
    {
    }

    /// <summary>
    /// A network with an embedding: filters over the words' vectors and, beside them, filters over the one-hot words themselves, if any
    /// (Johnson &amp; Zhang 2015). The features of the one-hot filters stand first in h.
    /// </summary>
    /// <param name="filters">The convolutions over one-hot words, each of a width of its own; may be none. Their S may be smaller than the embedding's vocabulary: words beyond it count as zero words for them.</param>
    /// <param name="embedding">The embedding; null for none.</param>
    /// <param name="embeddingFilters">The convolutions over the embedding's vectors, each of a width of its own, with S = the embedding's dimension.</param>
    /// <param name="pool">The max-pool and its activation.</param>
    /// <param name="output">The output; its V has a weight for each filter of all widths.</param>
    /// <exception cref="ArgumentNullException">An argument but <paramref name="embedding"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no layer, two of one kind have one width, sizes don't fit, or there are filters over an embedding that there isn't (or none over one that there is).</exception>
    public ConvNet(
        IEnumerable<ConvFilterLayer> filters, Embedding? embedding, IEnumerable<ConvFilterLayer> embeddingFilters, MaxPool pool, OutputLayer output)
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
        CheckLayers(Filters, nameof(filters));
        CheckLayers(EmbeddingFilters, nameof(embeddingFilters));
        if (embedding is null != EmbeddingFilters.IsEmpty)
            throw new ArgumentException(embedding is null ? "there are filters over an embedding, but no embedding" : "there is an embedding, but no filters over it", nameof(embeddingFilters));
        if (embedding is not null && EmbeddingFilters[0].WordSize != embedding.Dimension)
            throw new ArgumentException($"the filters over the embedding expect words of size {EmbeddingFilters[0].WordSize}; its vectors have {embedding.Dimension} entries", nameof(embeddingFilters));
        if (embedding is not null && !Filters.IsEmpty && Filters[0].WordSize > embedding.VocabularySize)
            throw new ArgumentException($"the one-hot filters have rows for {Filters[0].WordSize} words; the embedding knows {embedding.VocabularySize}", nameof(filters));
        _network = new Network<double>(
            [.. Filters.Select(layer => layer.Bank)], embedding?.Table, [.. EmbeddingFilters.Select(layer => layer.Bank)], pool.Activation, output.Weights);
        if (output.FeatureCount != FeatureCount)
            throw new ArgumentException($"V has {output.FeatureCount} weights; pooling produces {FeatureCount}", nameof(output));
        Parameters =
        [
            .. embedding?.Parameters ?? [],
            .. _layers.SelectMany((layer, b) => b < Filters.Length ? layer.NamedParameters(_network.Suffix(b)) : layer.NamedParameters(_network.Suffix(b), rowsInUse: null)),
            .. output.Parameters,
        ];
    }

    /// <summary>The convolutions over the text's own words, one a width: one-hot words, or given word vectors.</summary>
    public ImmutableArray<ConvFilterLayer> Filters { get; }

    /// <summary>The embedding; null where there is none.</summary>
    public Embedding? Embedding { get; }

    /// <summary>The convolutions over the embedding's vectors, one a width; none where there is no embedding.</summary>
    public ImmutableArray<ConvFilterLayer> EmbeddingFilters { get; }

    /// <summary>The max-pool and its activation.</summary>
    public MaxPool Pool { get; }

    /// <summary>The output.</summary>
    public OutputLayer Output { get; }

    /// <summary>The vocabulary's size, below which word ids are; or, of a network without embedding that is given word vectors, their size S.</summary>
    public int WordSize => _network.WordSize;

    /// <summary>Length of h: the filters of all widths.</summary>
    public int FeatureCount => _network.Features;

    /// <summary>
    /// "embedding" (words × trained entries) if there is one that is trained, "U" (Sk × F), "filterBias" (1 × F) if there are biases, "V" (1 × F, or classes × F) and
    /// "outputBias" (1 × rows of V) if there is one. With several widths the filters' names have their width behind them: "U3", "filterBias3"; where
    /// one-hot filters stand beside those over the embedding, the latter's names end with ".embedding": "U3.embedding".
    /// </summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>A network with random weights: U and V from N(0, σ²), σ being <see cref="ConvNetOptions.InitialDeviation"/>; biases 0.</summary>
    /// <param name="wordSize">S: the words of the vocabulary, or the entries of given word vectors; at least 1.</param>
    /// <param name="options">Sizes and forms.</param>
    /// <param name="seed">The same seed gives the same weights.</param>
    /// <param name="classes">Classes to tell apart, or labels that may apply; the default is 2. At least 2, for a multi-label output 1.</param>
    /// <param name="output">The output; null, the default, is a logistic one for 2 classes and a softmax for more.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The options hold word vectors: which word has which id only training knows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">S, the classes, the output or an option is out of its range; a logistic output has 2 classes.</exception>
    public static ConvNet Random(int wordSize, ConvNetOptions options, ulong seed, int classes = 2, OutputKind? output = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Embedding?.Vectors is not null) throw new ArgumentException("word vectors need words; a random network has ids alone", nameof(options));
        return FromNetwork(NetworkInitializer.Create<double>(wordSize, classes, options, new CounterRandom(seed), output));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">An id is outside the vocabulary, or the vectors have another size than S.</exception>
    /// <exception cref="ArithmeticException">Finite numbers overflow on the way to the logit.</exception>
    public ForwardPass Forward(TextInput text) => Forward(text, new TextPass<double>(_network));

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="pass"/> is null.</exception>
    /// <exception cref="ArgumentException">The pass is another model's, or the target is a set of labels and the output no multi-label output.</exception>
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

    /// <summary>A copy of the network in another precision, on which the same code runs.</summary>
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
        FilterTable<double>[] tables = new FilterTable<double>[_layers.Length];
        for (int b = 0; b < tables.Length; b++)
        {
            // beside an embedding, words beyond the one-hot filters' own are zero words for them
            if (b >= Filters.Length) tables[b] = _layers[b].TableOf(embedded!);
            else tables[b] = embedded is null ? _layers[b].TableOf(text) : _layers[b].Bank.Table;
        }

        _network.Forward(text.WordIds.AsSpan(), embedded is null ? [] : embedded.WordIds.AsSpan(), tables, [], scratch);
        foreach (double logit in scratch.Logits)
        {
            if (!double.IsFinite(logit)) throw new ArithmeticException(FormattableString.Invariant($"the logit is {logit}: weights or word vectors are too large"));
        }

        return new ConvNetPass(this, text, embedded, tables, scratch);
    }

    private IEnumerable<(string Name, Matrix<double> Block)> Blocks(ConvNetPass pass, TextGradient<double> gradient)
    {
        EmbeddedTextGradient? embedded = null;
        for (int b = 0; b < _layers.Length; b++)
        {
            string suffix = _network.Suffix(b);
            if (b >= Filters.Length) embedded ??= new EmbeddedTextGradient(_network, pass, gradient);
            yield return (ParameterNames.Filters + suffix, embedded is null ? OfWordFilters(b, pass, gradient) : embedded.OfFilters(b));
            if (_layers[b].BiasGradient(gradient.Responses.AsSpan(_network.FirstFeature(b))) is { } bias) yield return (ParameterNames.FilterBias + suffix, bias);
        }

        if (embedded is not null && Embedding!.Backward(pass.Text, embedded.OfVectors()) is { } vectors) yield return (ParameterNames.Embedding, vectors);
        (Matrix<double> weights, Matrix<double>? outputBias) = Output.WeightGradients(gradient.Errors, pass.Fused.Pooled);
        yield return (ParameterNames.Output, weights);
        if (outputBias is not null) yield return (ParameterNames.OutputBias, outputBias);
    }

    private Matrix<double> OfWordFilters(int bank, ConvNetPass pass, TextGradient<double> gradient)
    {
        var collected = new TableGradient(pass.Tables[bank]);
        _network.Route(bank, pass.Tables[bank], pass.Fused, gradient, .._layers[bank].FilterCount, ref collected);
        return pass.Text.HasWordVectors ? collected.ToMatrix(pass.Text) : collected.ToSparseMatrix();
    }

    private static void CheckLayers(ImmutableArray<ConvFilterLayer> layers, string name)
    {
        foreach (ConvFilterLayer layer in layers)
        {
            ArgumentNullException.ThrowIfNull(layer, name);
            if (layer.WordSize != layers[0].WordSize)
                throw new ArgumentException($"the filters of width {layer.Width} expect words of size {layer.WordSize}, those of width {layers[0].Width} of size {layers[0].WordSize}", name);
        }

        if (layers.DistinctBy(layer => layer.Width).Count() < layers.Length)
            throw new ArgumentException($"the widths {string.Join(", ", layers.Select(layer => layer.Width))} aren't all different", name);
    }
}
