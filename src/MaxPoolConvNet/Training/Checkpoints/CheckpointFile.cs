using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MaxPoolConvNet.Storage;

namespace MaxPoolConvNet.Training;

/// <summary>Reads and writes a checkpoint file.</summary>
/// <remarks>
/// The file contains eight bytes that identify the format, a format version, the configuration of the training, its numbers, and the
/// SHA-256 of everything before. A new checkpoint is written beside the old one and replaces it when it is complete.
/// </remarks>
/// <param name="path">The path of the file.</param>
/// <param name="configuration">
/// Everything that the numbers depend on, one item per line. Only training with the same configuration can resume from the file.
/// </param>
internal sealed class CheckpointFile(string path, string configuration)
{
    private const int Version = 2;
    private const int MostConfigurationBytes = 1 << 20;

    private static ReadOnlySpan<byte> Magic => "MPCNckpt"u8;

    /// <summary>Whether there is a checkpoint to resume from.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>Checks, before training rather than after its first epoch, that the file can be written.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void CheckWritable() => ReplacedFile.CheckWritable(path);

    /// <summary>Writes the numbers of a training.</summary>
    /// <param name="exchange">Passes the numbers, one after the other.</param>
    public void Write(Action<ITrainingState> exchange) => ReplacedFile.Write(path, file =>
    {
        using var hash = SHA256.Create();
        using (CryptoStream hashed = new(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (BufferedStream buffered = new(hashed, 1 << 16))
        {
            buffered.Write(Magic);
            WriteLength(buffered, Version);
            byte[] text = Encoding.UTF8.GetBytes(configuration);
            WriteLength(buffered, text.Length);
            buffered.Write(text);
            exchange(new StateWriter(buffered));
        }

        file.Write(hash.Hash!);
    });

    /// <summary>Reads the numbers of a training. The file has to exist.</summary>
    /// <param name="exchange">Receives the numbers, one after the other.</param>
    /// <exception cref="InvalidDataException">
    /// The file isn't a checkpoint, is damaged or truncated, or has another version or configuration.
    /// </exception>
    public void Read(Action<ITrainingState> exchange)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        byte[] magic = new byte[Magic.Length];
        if (file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !Magic.SequenceEqual(magic))
            throw new InvalidDataException($"{path}: not a checkpoint; choose another file");
        int version = ReadLength(file);
        if (version != Version)
        {
            throw new InvalidDataException(
                $"{path}: the checkpoint has version {version}; this version of the library reads version {Version}");
        }

        CheckHash(file);

        file.Position = magic.Length + sizeof(int);
        int length = ReadLength(file);
        if (length is < 0 or > MostConfigurationBytes)
        {
            int at = magic.Length + sizeof(int);
            throw new InvalidDataException(FormattableString.Invariant(
                $"{path}, byte {at}: the configuration has {length} bytes; from 0 to {MostConfigurationBytes} were expected"));
        }

        byte[] text = new byte[length];
        if (file.ReadAtLeast(text, length, throwOnEndOfStream: false) < length)
            throw new InvalidDataException($"{path}: the checkpoint is truncated: it ends within the configuration");
        CheckConfiguration(Encoding.UTF8.GetString(text));
        exchange(new StateReader(file, path));
        if (file.Length - file.Position != SHA256.HashSizeInBytes)
            throw new InvalidDataException($"{path}, byte {file.Position}: the training's numbers end here, but the file continues");
    }

    private void CheckHash(FileStream file)
    {
        long hashed = file.Length - SHA256.HashSizeInBytes;
        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[1 << 16];
        while (file.Position < hashed)
        {
            int count = file.Read(block, 0, (int)Math.Min(block.Length, hashed - file.Position));
            if (count == 0) break;
            hash.AppendData(block, 0, count);
        }

        byte[] expected = new byte[SHA256.HashSizeInBytes];
        bool whole = hashed >= 0 && file.ReadAtLeast(expected, expected.Length, throwOnEndOfStream: false) == expected.Length;
        if (!whole || !hash.GetHashAndReset().AsSpan().SequenceEqual(expected))
            throw new InvalidDataException($"{path}: the checkpoint is damaged or truncated: its checksum doesn't match");
    }

    private void CheckConfiguration(string found)
    {
        if (found == configuration) return;
        string[] theirs = found.Split('\n');
        string[] ours = configuration.Split('\n');
        int at = 0;
        while (theirs.ElementAtOrDefault(at) == ours.ElementAtOrDefault(at))
            at++;
        string their = theirs.ElementAtOrDefault(at) ?? "fewer options";
        string our = ours.ElementAtOrDefault(at) ?? "fewer options";
        throw new InvalidDataException(
            $"{path}: the checkpoint is from training with {their}; expected {our}; delete the file to start from the beginning");
    }

    private static void WriteLength(Stream stream, int length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        stream.Write(bytes);
    }

    private int ReadLength(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length
            ? BinaryPrimitives.ReadInt32LittleEndian(bytes)
            : throw new InvalidDataException($"{path}: the checkpoint is truncated");
    }
}
