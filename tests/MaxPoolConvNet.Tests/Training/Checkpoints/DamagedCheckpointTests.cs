using System.Security.Cryptography;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>What is said of checkpoints that are damaged, of others, or forged with a hash that fits.</summary>
public class DamagedCheckpointTests
{
    // eight bytes of the format, a version, a length, the configuration, and a count, a number and three more
    private const string Configuration = "A: 1\nB: 2";
    private const int VersionAt = 8;
    private const int LengthAt = 12;
    private const int CountAt = 25;
    private const int NumberAt = 33;
    private const int LengthOfNumbersAt = 41;
    private const int NumbersAt = 49;
    private const int End = 61;

    private static readonly byte[] _whole = Written();

    [Fact]
    public void AWholeFile_IsRead()
    {
        Assert.Equal(End + SHA256.HashSizeInBytes, _whole.Length);
        Assert.Equal((7, 0.5, "1 2 3"), Read(_whole));
        Assert.Equal((100, 0.5, "1 2 3"), Read(Forged(CountAt, BitConverter.GetBytes(100L))));
        Assert.Equal((0, double.NaN, "1 2 3"), Read(Hashed([.. _whole[..CountAt], .. new byte[8], .. BitConverter.GetBytes(double.NaN), .. _whole[LengthOfNumbersAt..End]])));
    }

    [Fact]
    public void AnotherFile_IsNamedSo()
    {
        foreach (byte[] content in (byte[][])[[], [1], _whole[..7], [.. "MPCNckpx"u8, .. _whole[8..]]])
            Assert.Equal(": not a checkpoint; choose another file", Problem(content));
        Assert.Equal(": the checkpoint is truncated", Problem(_whole[..11]));
    }

    [Fact]
    public void AnotherVersion_IsNamedBeforeTheHash()
    {
        byte[] other = [.. _whole];
        other[VersionAt] = 3;
        Assert.Equal(": the checkpoint has version 3; this version of the library reads version 2", Problem(other));
    }

    [Theory]
    [InlineData(LengthAt)]
    [InlineData(NumbersAt)]
    [InlineData(End)] // the hash itself
    public void AChangedByte_IsDamage(int at)
    {
        byte[] changed = [.. _whole];
        changed[at] ^= 1;
        Assert.Equal(": the checkpoint is damaged or truncated: its checksum doesn't match", Problem(changed));
    }

    [Fact]
    public void ACutFile_IsDamage()
    {
        Assert.Equal(": the checkpoint is damaged or truncated: its checksum doesn't match", Problem(_whole[..^1]));
        Assert.Equal(": the checkpoint is damaged or truncated: its checksum doesn't match", Problem(_whole[..20]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData((1 << 20) + 1)]
    public void ALengthThatIsNone_IsRefused(int length) => Assert.Equal(
        $", byte 12: the configuration has {length} bytes; from 0 to 1048576 were expected", Problem(Forged(LengthAt, BitConverter.GetBytes(length))));

    [Fact]
    public void AConfigurationBeyondTheFile_IsRefused() => Assert.Equal(
        ": the checkpoint is truncated: it ends within the configuration", Problem(Forged(LengthAt, BitConverter.GetBytes(1 << 20))));

    [Theory]
    [InlineData("A: 1\nB: 3", "B: 2; expected B: 3")]
    [InlineData("A: 2\nB: 3", "A: 1; expected A: 2")]
    [InlineData("A: 1", "B: 2; expected fewer options")]
    [InlineData("A: 1\nB: 2\nC: 3", "fewer options; expected C: 3")]
    public void AnotherConfiguration_IsCompared(string configuration, string difference) => Assert.Equal(
        $": the checkpoint is from training with {difference}; delete the file to start from the beginning", Problem(_whole, configuration));

    [Theory]
    [InlineData(CountAt, -1L, ", byte 25: -1; a number from 0 to 100 was expected")]
    [InlineData(CountAt, 101L, ", byte 25: 101; a number from 0 to 100 was expected")]
    [InlineData(LengthOfNumbersAt, 2L, ", byte 41: 2 numbers; 3 were expected")]
    public void ACountThatIsNone_IsRefused(int at, long count, string problem) => Assert.Equal(problem, Problem(Forged(at, BitConverter.GetBytes(count))));

    [Fact]
    public void ANumberThatIsNotFinite_IsRefused()
    {
        Assert.Equal(", byte 33: Infinity; a finite number was expected", Problem(Forged(NumberAt, BitConverter.GetBytes(double.PositiveInfinity))));
        Assert.Equal(", byte 53: NaN; a finite number was expected", Problem(Forged(NumbersAt + 4, BitConverter.GetBytes(float.NaN))));
    }

    [Fact]
    public void FurtherNumbers_AreRefused() => Assert.Equal(
        ", byte 61: the training's numbers end here, but the file continues", Problem(Hashed([.. _whole[..End], 0])));

    [Fact]
    public void NumbersThatEndTooEarly_AreRefused()
    {
        var reader = new StateReader(new MemoryStream(_whole[NumberAt..(NumbersAt + 11)]), "a");
        double number = 0;
        reader.Exchange(ref number);
        Assert.Equal(0.5, number);
        Assert.Equal(
            "a: the checkpoint is truncated: it ends within the training's numbers",
            Assert.Throws<InvalidDataException>(() => reader.Exchange(new float[3])).Message);
    }

    private static string Problem(byte[] content, string configuration = Configuration)
    {
        using var file = new TemporaryFile("training.checkpoint", content);
        string message = Assert.Throws<InvalidDataException>(() => new CheckpointFile(file.Path, configuration).Read(new Numbers().Exchange)).Message;
        Assert.StartsWith(file.Path, message, StringComparison.Ordinal);
        return message[file.Path.Length..];
    }

    private static (long Count, double Number, string Numbers) Read(byte[] content)
    {
        using var file = new TemporaryFile("training.checkpoint", content);
        var read = new Numbers();
        new CheckpointFile(file.Path, Configuration).Read(read.Exchange);
        return (read.Count, read.Number, string.Join(' ', read.Others));
    }

    private static byte[] Written()
    {
        using var file = new TemporaryFile("training.checkpoint");
        new CheckpointFile(file.Path, Configuration).Write(new Numbers { Count = 7, Number = 0.5, Others = [1, 2, 3] }.Exchange);
        return File.ReadAllBytes(file.Path);
    }

    private static byte[] Forged(int at, byte[] by) => Hashed([.. _whole[..at], .. by, .. _whole[(at + by.Length)..End]]);

    private static byte[] Hashed(byte[] content) => [.. content, .. SHA256.HashData(content)];

    private sealed class Numbers
    {
        private long _count;
        private double _number;

        public long Count { get => _count; init => _count = value; }

        public double Number { get => _number; init => _number = value; }

        public float[] Others { get; init; } = new float[3];

        public void Exchange(ITrainingState state)
        {
            state.Exchange(ref _count, most: 100);
            state.Exchange(ref _number);
            state.Exchange(Others);
        }
    }
}
