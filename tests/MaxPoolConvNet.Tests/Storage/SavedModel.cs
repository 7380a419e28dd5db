using System.Buffers.Binary;
using System.Text;
using MaxPoolConvNet.Storage;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>The bytes of a model file, and forgeries of them.</summary>
internal static class SavedModel
{
    public static byte[] Of(TextClassifier classifier, SaveOptions? options = null)
    {
        using var stream = new MemoryStream();
        classifier.Save(stream, options);
        return stream.ToArray();
    }

    public static TextClassifier Load(byte[] model) => TextClassifier.Load(new MemoryStream(model));

    public static string Header(byte[] model) => Encoding.UTF8.GetString(model, sizeof(long), (int)BinaryPrimitives.ReadInt64LittleEndian(model));

    public static byte[] Data(byte[] model) => model[(sizeof(long) + (int)BinaryPrimitives.ReadInt64LittleEndian(model))..];

    /// <summary>A file whose checksum fits, with a header as somebody might write it who wants a reader to stumble.</summary>
    public static byte[] Forged(byte[] model, string replaced, string by, Func<byte[], byte[]>? data = null)
    {
        string header = Header(model);
        Assert.Contains(replaced, header, StringComparison.Ordinal);
        return WithChecksum(header.Replace(replaced, by, StringComparison.Ordinal), (data ?? (same => same))(Data(model)));
    }

    private static byte[] WithChecksum(string header, byte[] data)
    {
        const string Before = "crc32c:";
        int digits = header.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        header = header[..digits] + "00000000" + header[(digits + 8)..];
        var checksum = new Crc32C();
        checksum.Add(Joined(header, data));
        return Joined(header[..digits] + checksum.Value.ToString("x8", null) + header[(digits + 8)..], data);
    }

    private static byte[] Joined(string header, byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. data];
    }
}
