namespace MaxPoolConvNet.Benchmarks.Peers.Torch;

/// <summary>The form in which libtorch is to give the gradient of the embedding.</summary>
internal enum TorchGradients
{
    /// <summary>Rows of the words that occur: what its SGD takes, and the cheaper form.</summary>
    Sparse,

    /// <summary>All rows: what its Adam and AdaDelta need.</summary>
    Dense,
}
