using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MaxPoolConvNet.Storage;

namespace MaxPoolConvNet.Training;

/// <summary>
/// A checkpoint: eight bytes that say what the file is, a format version, the configuration of the training, its numbers, and at the end
/// the SHA-256 of all before. It is written beside the old one, which it replaces once it is whole.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="configuration">What the training's numbers depend on, a line each: only a training of the same may go on from them.</param>
internal sealed class CheckpointFile(string path, string configuration)
{
    private const int Version = 2;
    private const int MostConfigurationBytes = 1 << 20;

    private static ReadOnlySpan<byte> Magic => "MPCNckpt"u8;

    /// <summary>Tells before training, not after its first epoch, where there can't be a file.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void CheckWritable() => ReplacedFile.CheckWritable(path);

    /// <summary>Writes the numbers that are exchanged.</summary>
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

    /// <summary>Reads the numbers that are exchanged, if there is such a file.</summary>
    /// <returns>Whether there is.</returns>
    /// <exception cref="InvalidDataException">The file is none of these, damaged, cut off, of another version or of another
    /// configuration.</exception>
    public bool Read(Action<ITrainingState> exchange)
    {
        if (!File.Exists(path)) return false;
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        byte[] magic = new byte[Magic.Length];
        if (file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !Magic.SequenceEqual(magic))
            throw new InvalidDataException($"{path}: no checkpoint of a training");
        int version = ReadLength(file);
        if (version != Version) throw new InvalidDataException($"{path}: a checkpoint of version {version}; this library reads version {Version}");
        CheckHash(file);

        file.Position = magic.Length + sizeof(int);
        int length = ReadLength(file);
        if (length is < 0 or > MostConfigurationBytes) throw new InvalidDataException($"{path}, byte {magic.Length + sizeof(int)}: a configuration of {length} bytes");
        byte[] text = new byte[length];
        file.ReadExactly(text);
        CheckConfiguration(Encoding.UTF8.GetString(text));
        exchange(new StateReader(file, path));
        return file.Length - file.Position == SHA256.HashSizeInBytes
            ? true
            : throw new InvalidDataException($"{path}, byte {file.Position}: the training's numbers end here, but not the file");
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
            throw new InvalidDataException($"{path}: the checkpoint is damaged or cut off: its checksum doesn't fit");
    }

    private void CheckConfiguration(string found)
    {
        if (found == configuration) return;
        string[] theirs = found.Split('\n');
        string[] ours = configuration.Split('\n');
        int at = Enumerable.Range(0, Math.Max(theirs.Length, ours.Length)).First(line => theirs.ElementAtOrDefault(line) != ours.ElementAtOrDefault(line));
        throw new InvalidDataException(
            $"{path}: the checkpoint is of a training with {theirs.ElementAtOrDefault(at) ?? "fewer options"}; expected {ours.ElementAtOrDefault(at) ?? "fewer options"}");
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
            : throw new InvalidDataException($"{path}: the checkpoint is cut off");
    }
}
