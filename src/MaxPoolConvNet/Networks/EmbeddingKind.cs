namespace MaxPoolConvNet.Networks;

/// <summary>Which entries of an embedding are trained (the variants of Kim 2014).</summary>
public enum EmbeddingKind
{
    /// <summary>All entries ("non-static"; "rand" without given vectors). The default.</summary>
    Trained,

    /// <summary>None: only the filters are trained.</summary>
    Static,

    /// <summary>
    /// Two channels: a word's static vector is followed by a trained one with the same initial values. Each channel has its own filter
    /// rows, so S is twice the dimension.
    /// </summary>
    TwoChannel,
}
