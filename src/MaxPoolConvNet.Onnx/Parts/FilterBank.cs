using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>The filters of a width, over one-hot words or over the vectors of an embedding.</summary>
/// <param name="Layer">The filters.</param>
/// <param name="Embedding">The embedding; <see langword="null"/> over one-hot words.</param>
internal sealed record FilterBank(ConvFilterLayer Layer, Embedding? Embedding)
{
    /// <summary>k, the number of words in a window.</summary>
    public int Width => Layer.Width;

    /// <summary>F, the number of filters.</summary>
    public int Filters => Layer.FilterCount;

    /// <summary>The number of words to which the filters respond; they respond to others as to zero words.</summary>
    public int Words => Embedding?.VocabularySize ?? Layer.WordSize;

    /// <summary>The number of zero words before a text.</summary>
    public int Before => Layer.Padding == Padding.Wide ? Width - 1 : 0;

    /// <summary>A name that no other bank has.</summary>
    public string Name => FormattableString.Invariant($"{(Embedding is null ? "words" : "vectors")}{Width}");

    /// <summary>All filters of a network, in the order of their features.</summary>
    public static FilterBank[] Of(ConvNet network) =>
    [
        .. network.Filters.Select(layer => new FilterBank(layer, null)),
        .. network.EmbeddingFilters.Select(layer => new FilterBank(layer, network.Embedding)),
    ];
}
