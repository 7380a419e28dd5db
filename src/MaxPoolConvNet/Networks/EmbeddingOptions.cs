using System.ComponentModel.DataAnnotations;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>An embedding and the filters over it. Checked where it is taken.</summary>
public sealed record EmbeddingOptions
{
    // what stands before the names in an error
    private const string Owner = "Embedding.";

    /// <summary>What of the embedding is trained. The default is all of it.</summary>
    public EmbeddingKind Kind { get; set; } = EmbeddingKind.Trained;

    /// <summary>
    /// The vectors that words begin with, as <see cref="WordVectorFile"/> reads them. A word of the training texts that has none begins with
    /// random numbers of the same variance as theirs (Kim 2014). Words that have a vector are known even where they occur in no training text,
    /// or too rarely for the vocabulary, unless it has an id for unknown words; static and trained entries are then the given ones. Null, the default: all vectors begin at random.
    /// </summary>
    public WordVectors? Vectors { get; set; }

    /// <summary>The length of a word's vector where none are given; from 1 to 10,000. The default is 300. Given vectors have their own.</summary>
    [Range(1, 10_000)]
    public int Dimension { get; set; } = 300;

    /// <summary>
    /// The filters over the vectors: k, the width of their windows, and F, how many there are; each width once, at least one. Null, the default,
    /// for 100 filters each of the widths 3, 4 and 5 (Kim 2014). Copied when set.
    /// </summary>
    public IReadOnlyList<FilterGroup>? Filters { get; set => field = value is null ? null : [.. value]; }

    /// <summary>The filters over the vectors.</summary>
    internal IReadOnlyList<FilterGroup> VectorFilters => Filters ?? FilterGroups.OfWidths(3, 4, 5);

    /// <summary>Entries of a vector that are never trained.</summary>
    internal int StaticDimension => Kind == EmbeddingKind.Trained ? 0 : Vectors?.Dimension ?? Dimension;

    /// <summary>Entries of a vector that are trained.</summary>
    internal int TrainedDimension => Kind == EmbeddingKind.Static ? 0 : Vectors?.Dimension ?? Dimension;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check()
    {
        OptionRange.CheckAll(this, Owner);
        if (VectorFilters.Count == 0)
            throw new ArgumentOutOfRangeException(nameof(Filters), "none", $"{Owner}Filters is empty; at least one width of the filters over the embedding was expected");
        FilterGroups.Check(VectorFilters, Owner + nameof(Filters));
    }
}
