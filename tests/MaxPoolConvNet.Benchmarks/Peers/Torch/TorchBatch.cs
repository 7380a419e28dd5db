using TorchSharp;

namespace MaxPoolConvNet.Benchmarks.Peers.Torch;

/// <summary>A padded batch as tensors.</summary>
internal sealed class TorchBatch(PaddedBatch batch) : IDisposable
{
    /// <summary>Texts × length.</summary>
    public torch.Tensor WordIds { get; } = torch.tensor(batch.WordIds, batch.Texts, batch.Length);

    /// <summary>For each width texts × 1 × windows.</summary>
    public IReadOnlyList<torch.Tensor> Penalties { get; } =
        [.. batch.Penalties.Select(penalty => torch.tensor(penalty, batch.Texts, 1, penalty.Length / batch.Texts))];

    /// <summary>A label for each text.</summary>
    public torch.Tensor Labels { get; } = torch.tensor(batch.Labels);

    public void Dispose()
    {
        WordIds.Dispose();
        Labels.Dispose();
        foreach (torch.Tensor penalty in Penalties)
            penalty.Dispose();
    }
}
