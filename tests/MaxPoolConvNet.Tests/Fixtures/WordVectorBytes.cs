using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Word vectors written in the forms that are read.</summary>
internal static class WordVectorBytes
{
    public static byte[] Text(IReadOnlyList<(string Word, float[] Vector)> entries, bool header) => Encoding.UTF8.GetBytes(
        (header ? Header(entries) : "") + string.Concat(entries.Select(entry => entry.Word + " "
            + string.Join(' ', entry.Vector.Select(number => number.ToString("R", CultureInfo.InvariantCulture))) + "\n")));

    public static byte[] Binary(IReadOnlyList<(string Word, float[] Vector)> entries, bool lineFeeds)
    {
        using MemoryStream bytes = new();
        bytes.Write(Encoding.UTF8.GetBytes(Header(entries)));
        foreach ((string word, float[] vector) in entries)
        {
            bytes.Write(Encoding.UTF8.GetBytes(word + " "));
            foreach (float number in vector)
            {
                int bits = BitConverter.SingleToInt32Bits(number);
                bytes.Write([(byte)bits, (byte)(bits >> 8), (byte)(bits >> 16), (byte)(bits >> 24)]);
            }
            if (lineFeeds)
                bytes.Write("\n"u8);
        }
        return bytes.ToArray();
    }

    public static byte[] Pack(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    private static string Header(IReadOnlyList<(string Word, float[] Vector)> entries) =>
        string.Create(CultureInfo.InvariantCulture, $"{entries.Count} {entries[0].Vector.Length}\n");
}
