using System.Collections.Immutable;

namespace MaxPoolConvNet.Networks;

/// <summary>The form of a network: sizes, padding, activation, biases, and how it begins. Checked where it is taken.</summary>
public sealed record ConvNetOptions
{
    /// <summary>
    /// k: the widths of the windows of the filters over one-hot words, in words; each from 1 to 100, all different. The default is 1, 2 and 3;
    /// the writeup's network has one width. Empty for a network with filters over an embedding alone.
    /// </summary>
    public ImmutableArray<int> Widths { get; init; } = [1, 2, 3];

    /// <summary>F: the filters of each width, one number for all widths or one for each; from 1 to 100,000. The default is 100.</summary>
    public ImmutableArray<int> FiltersPerWidth { get; init; } = [100];

    /// <summary>An embedding with filters over it, beside those over one-hot words or alone. The default is null: none.</summary>
    public EmbeddingOptions? Embedding { get; init; }

    /// <summary>f, which follows the max-pool. The default is tanh.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>Where windows begin. The default is wide, which lets the first and the last word stand in every position of a window.</summary>
    public Padding Padding { get; init; } = Padding.Wide;

    /// <summary>Whether filters and logits have biases. The default is true; the writeup's network has none.</summary>
    public bool Biases { get; init; } = true;

    /// <summary>σ: U and V begin with random numbers of N(0, σ²), biases with 0. From 0 to 10; the default is 0.01.</summary>
    public double InitialDeviation { get; init; } = 0.01;

    internal static NumberRange<double> InitialDeviationRange { get; } = new(0, 10);

    /// <summary>Length of h.</summary>
    internal int Features => FilterSizes.Total(Widths, FiltersPerWidth) + (Embedding is null ? 0 : FilterSizes.Total(Embedding.Widths, Embedding.FiltersPerWidth));

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check()
    {
        if (Widths.IsDefaultOrEmpty && Embedding is null) throw new ArgumentOutOfRangeException(nameof(Widths), "none", "at least one width was expected where there is no embedding");
        FilterSizes.Check(Widths, FiltersPerWidth);
        Embedding?.Check();
        OptionRange.Check(Activation, nameof(Activation));
        OptionRange.Check(Padding, nameof(Padding));
        InitialDeviationRange.Check(InitialDeviation, nameof(InitialDeviation));
    }
}
