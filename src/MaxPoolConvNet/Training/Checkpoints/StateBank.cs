namespace MaxPoolConvNet.Training;

/// <summary>A bank of filters in the state of a training.</summary>
internal readonly struct StateBank(int whole, int? own, bool isEmbedded)
{
    /// <summary>Its index in the whole network.</summary>
    public int Whole { get; } = whole;

    /// <summary>Its index in the own network; null if this rank has no filter of it.</summary>
    public int? Own { get; } = own;

    /// <summary>Whether its filters are over the embedding.</summary>
    public bool IsEmbedded { get; } = isEmbedded;
}
