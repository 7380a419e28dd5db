using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>An embedding and the filters over it. Checked where it is taken.</summary>
public sealed record EmbeddingOptions
{
    /// <summary>What of the embedding is trained. The default is all of it.</summary>
    public EmbeddingKind Kind { get; init; } = EmbeddingKind.Trained;

    /// <summary>
    /// The vectors that words begin with, as <see cref="WordVectorFile"/> reads them. A word of the training texts that has none begins with
    /// random numbers of the same variance as theirs (Kim 2014). Words that have a vector are known even where they occur in no training text,
    /// or too rarely for the vocabulary, unless it has an id for unknown words; static and trained entries are then the given ones. Null, the default: all vectors begin at random.
    /// </summary>
    public WordVectors? Vectors { get; init; }

    /// <summary>The length of a word's vector where none are given; from 1 to 10,000. The default is 300. Given vectors have their own.</summary>
    public int Dimension { get; init; } = 300;

    /// <summary>k: the widths of the windows, in words; each from 1 to 100, all different, at least one. The default is 3, 4 and 5 (Kim 2014).</summary>
    public ImmutableArray<int> Widths { get; init; } = [3, 4, 5];

    /// <summary>F: the filters of each width, one number for all widths or one for each; from 1 to 100,000. The default is 100.</summary>
    public ImmutableArray<int> FiltersPerWidth { get; init; } = [100];

    internal static NumberRange<int> DimensionRange { get; } = new(1, 10_000);

    /// <summary>Entries of a vector that are never trained.</summary>
    internal int StaticDimension => Kind == EmbeddingKind.Trained ? 0 : Vectors?.Dimension ?? Dimension;

    /// <summary>Entries of a vector that are trained.</summary>
    internal int TrainedDimension => Kind == EmbeddingKind.Static ? 0 : Vectors?.Dimension ?? Dimension;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check()
    {
        OptionRange.Check(Kind, nameof(Kind));
        DimensionRange.Check(Dimension, nameof(Dimension));
        FilterSizes.Check(Widths, FiltersPerWidth, "Embedding.");
        if (Widths.IsDefaultOrEmpty) throw new ArgumentOutOfRangeException(nameof(Widths), "none", "at least one width of the filters over the embedding was expected");
    }
}
