using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet;

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
public sealed class ConvNet : IModel
{
    private readonly Network<double> _network;

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
    {
        ArgumentNullException.ThrowIfNull(filters);
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(output);
        Filters = [.. filters];
        Pool = pool;
        Output = output;
        if (Filters.IsEmpty) throw new ArgumentException("a network needs at least one layer of filters", nameof(filters));
        foreach (ConvFilterLayer layer in Filters)
        {
            ArgumentNullException.ThrowIfNull(layer, nameof(filters));
            if (layer.WordSize != WordSize)
                throw new ArgumentException($"the filters of width {layer.Width} expect words of size {layer.WordSize}, those of width {Filters[0].Width} of size {WordSize}", nameof(filters));
        }

        if (Filters.DistinctBy(layer => layer.Width).Count() < Filters.Length)
            throw new ArgumentException($"the widths {string.Join(", ", Filters.Select(layer => layer.Width))} aren't all different", nameof(filters));
        _network = new Network<double>([.. Filters.Select(layer => layer.Bank)], pool.Activation, output.Weights);
        if (output.FeatureCount != FeatureCount)
            throw new ArgumentException($"V has {output.FeatureCount} weights; pooling produces {FeatureCount}", nameof(output));
        Parameters = [.. Filters.SelectMany(layer => layer.Parameters(Suffix(layer))), .. output.Parameters()];
    }

    /// <summary>The convolutions, one a width.</summary>
    public ImmutableArray<ConvFilterLayer> Filters { get; }

    /// <summary>The max-pool and its activation.</summary>
    public MaxPool Pool { get; }

    /// <summary>The output.</summary>
    public OutputLayer Output { get; }

    /// <summary>S, the size of one word's vector: the vocabulary for one-hot words.</summary>
    public int WordSize => Filters[0].WordSize;

    /// <summary>Length of h: the filters of all widths.</summary>
    public int FeatureCount => _network.Features;

    /// <summary>
    /// "U" (Sk × F), "filterBias" (1 × F) if there are biases, "V" (1 × F, or classes × F) and "outputBias" (1 × rows of V) if there is one. With several widths the
    /// filters' names have their width behind them: "U3", "filterBias3".
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
    /// <exception cref="ArgumentOutOfRangeException">S, the classes, the output or an option is out of its range; a logistic output has 2 classes.</exception>
    public static ConvNet Random(int wordSize, ConvNetOptions options, ulong seed, int classes = 2, OutputKind? output = null)
    {
        return FromNetwork(RandomNetwork.Create<double>(wordSize, classes, options, new CounterRandom(seed), output));
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

    /// <summary>A forward pass in a scratch that the caller has taken from an earlier pass, which it thereby gives up.</summary>
    internal ForwardPass ForwardAgain(TextInput text, ForwardPass givenUp) => Forward(text, ((ConvNetPass)givenUp).Fused);

    /// <summary>A copy of the network in another precision, on which the same code runs.</summary>
    internal Network<T> InPrecision<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => _network.To<T>();

    internal static ConvNet FromNetwork(Network<double> network) => new(
        network.Banks.Select(bank => new ConvFilterLayer(bank)), new MaxPool(network.Activation), OutputLayer.Of(network.Output));

    private ConvNetPass Forward(TextInput text, TextPass<double> scratch)
    {
        FilterTable<double>[] tables = new FilterTable<double>[Filters.Length];
        for (int b = 0; b < tables.Length; b++)
            tables[b] = Filters[b].TableOf(text);
        _network.Forward(text.WordIds.AsSpan(), tables, [], scratch);
        foreach (double logit in scratch.Logits)
        {
            if (!double.IsFinite(logit)) throw new ArithmeticException(FormattableString.Invariant($"the logit is {logit}: weights or word vectors are too large"));
        }

        return new ConvNetPass(this, text, tables, scratch);
    }

    private IEnumerable<(string Name, Matrix<double> Block)> Blocks(ConvNetPass pass, TextGradient<double> gradient)
    {
        for (int b = 0; b < Filters.Length; b++)
        {
            var collected = new TableGradient(pass.Tables[b]);
            _network.Route(b, pass.Tables[b], pass.Fused, gradient, ..Filters[b].FilterCount, ref collected);
            ConvFilterGradients filters = Filters[b].Gradients(pass.Text, collected, gradient.Responses.AsSpan(_network.FirstFeature(b)));
            yield return ("U" + Suffix(Filters[b]), filters.U);
            if (filters.Bias is not null) yield return ("filterBias" + Suffix(Filters[b]), filters.Bias);
        }

        (Matrix<double> weights, Matrix<double>? bias) = Output.WeightGradients(gradient.Errors, pass.Fused.Pooled);
        yield return ("V", weights);
        if (bias is not null) yield return ("outputBias", bias);
    }

    private string Suffix(ConvFilterLayer layer) => Filters.Length == 1 ? "" : layer.Width.ToString(CultureInfo.InvariantCulture);
}
