namespace MaxPoolConvNet.Networks;

/// <summary>What of an embedding is trained (the variants of Kim 2014).</summary>
public enum EmbeddingKind
{
    /// <summary>All of it ("non-static"; "rand" where no vectors are given). The default.</summary>
    Trained,

    /// <summary>None of it: the filters alone learn.</summary>
    Static,

    /// <summary>
    /// Two channels: a word's vector is its static vector followed by a trained one that begins as the same, each with filter rows of its
    /// own, so that S is twice the dimension.
    /// </summary>
    TwoChannel,
}
