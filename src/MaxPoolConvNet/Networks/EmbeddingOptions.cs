using System.ComponentModel.DataAnnotations;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>An embedding and the filters over it. Validated when the options are used.</summary>
public sealed record EmbeddingOptions
{
    // prefix of the option names in an error
    private const string Owner = "Embedding.";

    /// <summary>Which entries of the embedding are trained. The default is all of them.</summary>
    public EmbeddingKind Kind { get; set; } = EmbeddingKind.Trained;

    /// <summary>
    /// The words' initial vectors, as read by <see cref="WordVectorFile"/>. The default is <see langword="null"/>: all are initialized at
    /// random.
    /// </summary>
    /// <remarks>
    /// A word of the training texts without a vector is initialized with random numbers of the same variance (Kim 2014); a sub-word
    /// (<see cref="SubwordTokenizer"/>) gets zeros. Some words that
    /// have a vector but occur in no training text, or too rarely, are in the vocabulary all the same (<see cref="AdditionalWords"/>).
    /// </remarks>
    public WordVectors? Vectors { get; set; }

    /// <summary>
    /// How many of the first words that have a vector the classifier knows, whether or not they occur in the training texts. From 0 to
    /// 10,000,000. The default is 10,000.
    /// </summary>
    /// <remarks>
    /// Files of word vectors list frequent words first. Each of these words takes the size of its vector in the model file. Their entries,
    /// static and trained, are the given ones. None are added to a vocabulary that has an id for unknown words.
    /// </remarks>
    [Range(0, 10_000_000)]
    public int AdditionalWords { get; set; } = 10_000;

    /// <summary>
    /// The dimension of the vectors if none are given. From 1 to 10,000. The default is 300. Given vectors keep their own.
    /// </summary>
    [Range(1, 10_000)]
    public int Dimension { get; set; } = 300;

    /// <summary>The filters over the vectors: for each width k (words per window) the number of filters F.</summary>
    /// <remarks>
    /// Each width occurs once; at least one is required. The default is <see langword="null"/>: over given vectors that stay as they
    /// are, 48 filters of width 1 and 24 each of the widths 2 and 3; over given vectors that are trained, 100 each of the widths 1, 2 and
    /// 3; over random ones, 100 each of the widths 3, 4 and 5 (Kim 2014). Copied when set.
    /// </remarks>
    public IReadOnlyList<FilterGroup>? Filters { get; set => field = value is null ? null : [.. value]; }

    /// <summary>The filters over the vectors.</summary>
    internal IReadOnlyList<FilterGroup> VectorFilters =>
        Filters ?? (Vectors, Kind) switch
        {
            (null, _) => FilterGroups.OfWidths(3, 4, 5),
            (_, EmbeddingKind.Static) => [new(1, 48), new(2, 24), new(3, 24)],
            _ => FilterGroups.OfWidths(1, 2, 3),
        };

    /// <summary>The number of a vector's entries that are never trained.</summary>
    internal int StaticDimension => Kind == EmbeddingKind.Trained ? 0 : Vectors?.Dimension ?? Dimension;

    /// <summary>The number of a vector's entries that are trained.</summary>
    internal int TrainedDimension => Kind == EmbeddingKind.Static ? 0 : Vectors?.Dimension ?? Dimension;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal void Check()
    {
        OptionRange.CheckAll(this, Owner);
        if (VectorFilters.Count == 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(Filters), "none", $"{Owner}Filters is empty; at least one width of the filters over the embedding was expected");
        }
        FilterGroups.Check(VectorFilters, Owner + nameof(Filters));
    }
}
