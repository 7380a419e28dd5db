using System.ComponentModel.DataAnnotations;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The structure of a network: sizes, padding, activation, biases and initialization. Validated when the options are used.
/// </summary>
public sealed record ConvNetOptions
{
    /// <summary>
    /// The filters over one-hot words: for each width k (words per window) the number of filters F. Each width occurs once.
    /// </summary>
    /// <remarks>
    /// The default is <see langword="null"/>: 100 filters each of the widths 1, 2 and 3, or 64 from 500,000 training texts on. (The
    /// writeup's network has one width.) Empty for a network with embedding filters only. Copied when set.
    /// </remarks>
    public IReadOnlyList<FilterGroup>? Filters { get; set => field = value is null ? null : [.. value]; }

    /// <summary>
    /// An embedding and filters over it, alone or beside the one-hot filters. The default is <see langword="null"/>: none.
    /// </summary>
    public EmbeddingOptions? Embedding { get; set; }

    /// <summary>The activation f after the max-pool. The default is tanh.</summary>
    public Activation Activation { get; set; } = Activation.Tanh;

    /// <summary>The padding: where windows begin. The default is wide: every word occurs at every position of a window.</summary>
    public Padding Padding { get; set; } = Padding.Wide;

    /// <summary>Whether filters and logits have biases. The default is true.</summary>
    /// <remarks>The writeup's network has none.</remarks>
    public bool Biases { get; set; } = true;

    /// <summary>σ: U and V are initialized from N(0, σ²), biases with 0. From 0 to 10. The default is 0.01.</summary>
    [Range(0.0, 10.0)]
    public double InitialDeviation { get; set; } = 0.01;

    /// <summary>The filters over one-hot words.</summary>
    internal IReadOnlyList<FilterGroup> WordFilters => Filters ?? FilterGroups.OfWidths(1, 2, 3);

    /// <summary>The length of h.</summary>
    internal int Features => FilterGroups.Total(WordFilters) + (Embedding is null ? 0 : FilterGroups.Total(Embedding.VectorFilters));

    /// <summary>Returns the options for the tokens of a tokenizer, of which words alone have the given vectors.</summary>
    internal ConvNetOptions ForTokensOf(ITokenizer tokenizer) => Embedding is { Vectors: { } vectors }
        ? this with { Embedding = Embedding with { Vectors = vectors.For(tokenizer) } }
        : this;

    /// <summary>Copies the options and replaces null by the default filters, those of fewer than 500,000 texts.</summary>
    /// <returns>A deep copy.</returns>
    public ConvNetOptions Resolve() =>
        this with { Filters = WordFilters, Embedding = Embedding is null ? null : Embedding with { Filters = Embedding.VectorFilters } };

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal void Check()
    {
        if (WordFilters.Count == 0 && Embedding is null)
        {
            throw new ArgumentOutOfRangeException(
                nameof(Filters), "none", "Filters is empty; at least one width was expected where there is no embedding");
        }
        FilterGroups.Check(WordFilters, nameof(Filters));
        OptionRange.CheckAll(this);
        Embedding?.Check();
    }
}
