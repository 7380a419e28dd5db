using MaxPoolConvNet.Benchmarks.Peers.Torch;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Peers.Rows;

/// <summary>An epoch over all texts, with shuffling, padding (libtorch), dropout and AdaDelta.</summary>
internal sealed class EpochRow : IPeerRow
{
    public string Name => "epoch";

    public string Title => $"An epoch over all texts: AdaDelta, batch {PeerTexts.BatchSize}, shuffled, 2 threads";

    public bool HasTorch => true;

    public IEnumerable<string> Measure(PeerSetting setting)
    {
        TorchLibrary.UseThreads(2);
        using var torch = new TorchTraining(setting.Texts.Words, new AdaDelta());
        var own = new OwnKim(KimForm.CreateNetwork(setting.Texts.Words), setting.Texts, new AdaDelta(), threads: 2);
        return PeerTable.Measure(
            setting.Rounds,
            roundSeconds: 0,
            "an epoch",
            new Contender("MaxPoolConvNet", own.Epoch),
            new Contender("libtorch, dense embedding gradients", () => torch.Epoch(setting.Texts)));
    }
}
