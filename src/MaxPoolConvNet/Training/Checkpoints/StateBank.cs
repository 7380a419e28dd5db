namespace MaxPoolConvNet.Training;

/// <summary>A bank of filters in the state of a training.</summary>
/// <param name="Whole">Its index in the whole network.</param>
/// <param name="Own">Its index in the own network; null if this rank has no filter of it.</param>
/// <param name="IsEmbedded">Whether its filters are over the embedding.</param>
internal readonly record struct StateBank(int Whole, int? Own, bool IsEmbedded);
