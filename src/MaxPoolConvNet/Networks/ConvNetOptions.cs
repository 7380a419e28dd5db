using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Networks;

/// <summary>The form of a network: sizes, padding, activation, biases, and how it begins. Checked where it is taken.</summary>
public sealed record ConvNetOptions
{
    /// <summary>
    /// The filters over one-hot words: k, the width of their windows, and F, how many there are; each width once. Null, the default, for 100
    /// filters each of the widths 1, 2 and 3; the writeup's network has one width. Empty for a network with filters over an embedding alone. Copied when set.
    /// </summary>
    public IReadOnlyList<FilterGroup>? Filters { get; set => field = value is null ? null : [.. value]; }

    /// <summary>An embedding with filters over it, beside those over one-hot words or alone. The default is null: none.</summary>
    public EmbeddingOptions? Embedding { get; set; }

    /// <summary>f, which follows the max-pool. The default is tanh.</summary>
    public Activation Activation { get; set; } = Activation.Tanh;

    /// <summary>Where windows begin. The default is wide, which lets the first and the last word stand in every position of a window.</summary>
    public Padding Padding { get; set; } = Padding.Wide;

    /// <summary>Whether filters and logits have biases. The default is true; the writeup's network has none.</summary>
    public bool Biases { get; set; } = true;

    /// <summary>σ: U and V begin with random numbers of N(0, σ²), biases with 0. From 0 to 10; the default is 0.01.</summary>
    [Range(0.0, 10.0)]
    public double InitialDeviation { get; set; } = 0.01;

    /// <summary>The filters over one-hot words.</summary>
    internal IReadOnlyList<FilterGroup> WordFilters => Filters ?? FilterGroups.OfWidths(1, 2, 3);

    /// <summary>Length of h.</summary>
    internal int Features => FilterGroups.Total(WordFilters) + (Embedding is null ? 0 : FilterGroups.Total(Embedding.VectorFilters));

    /// <summary>The same options with the default filters in place of a null.</summary>
    /// <returns>A copy, down to the options inside.</returns>
    public ConvNetOptions Resolve() =>
        this with { Filters = WordFilters, Embedding = Embedding is null ? null : Embedding with { Filters = Embedding.VectorFilters } };

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check()
    {
        if (WordFilters.Count == 0 && Embedding is null)
            throw new ArgumentOutOfRangeException(nameof(Filters), "none", "Filters is empty; at least one width was expected where there is no embedding");
        FilterGroups.Check(WordFilters, nameof(Filters));
        OptionRange.CheckAll(this);
        Embedding?.Check();
    }
}
