using System.Security.Cryptography;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Fuzz;

/// <summary>Goes on from a checkpoint: whose hash fits, mostly.</summary>
internal sealed class CheckpointTarget : IFuzzTarget
{
    private const long MostForAny = 8 << 20;
    private const int MostPerByte = 64;

    private readonly string _folder = Directory.CreateTempSubdirectory("MaxPoolConvNet-").FullName;
    private readonly TrainingOptions _options;
    private readonly ByteMutator _mutator;

    public CheckpointTarget()
    {
        _options = ModelCorpus.Small with { Epochs = 1, Checkpoint = Path.Combine(_folder, "checkpoint"), Optimizer = new Adam() };
        Train();
        Corpus = [File.ReadAllBytes(_options.Checkpoint!)];
        _mutator = new ByteMutator(Corpus, ["Seed: 1", "\n", "MPCNckpt"]);
    }

    public string Name => "checkpoint";

    public IReadOnlyList<byte[]> Corpus { get; }

    public byte[] Make(Random random)
    {
        byte[] made = [.. Corpus[0]];
        if (random.Next(3) == 0) made = _mutator.Change(made, random);
        int hashed = made.Length - SHA256.HashSizeInBytes;
        if (hashed < 0) return made;
        for (int changes = random.Next(4); changes > 0; changes--)
            ByteMutator.Overwrite(made.AsSpan(random.Next(2) == 0 ? 0 : hashed / 2, hashed / 2), random);
        if (random.Next(8) > 0) SHA256.HashData(made.AsSpan(0, hashed), made.AsSpan(hashed));
        return made;
    }

    public void Read(byte[] input)
    {
        File.WriteAllBytes(_options.Checkpoint!, input);
        Train();
    }

    // a training can diverge from numbers that are finite
    public bool IsDocumented(Exception problem) => problem is InvalidDataException or TrainingDivergedException;

    public long MostAllocated(byte[] input) => MostForAny + (MostPerByte * (long)input.Length);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Train() => new Trainer(_options).Train(ModelCorpus.Texts);
}
