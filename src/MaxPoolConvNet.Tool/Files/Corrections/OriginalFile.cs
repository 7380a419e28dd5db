using System.IO.Compression;
using System.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>A file of labeled texts as it is, to copy it with other labels.</summary>
internal sealed class OriginalFile
{
    private readonly Encoding _encoding;

    private OriginalFile(string content, Encoding encoding) => (Content, _encoding) = (content, encoding);

    /// <summary>All characters, a byte-order mark among them.</summary>
    public string Content { get; }

    /// <param name="path">The file, which may be compressed by gzip.</param>
    /// <param name="encoding">The name of its encoding.</param>
    public static OriginalFile Read(string path, string encoding)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes is [0x1F, 0x8B, ..])
        {
            using var unpacked = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
                gzip.CopyTo(unpacked);
            bytes = unpacked.ToArray();
        }

        Encoding known = CodePagesEncodingProvider.Instance.GetEncoding(
            encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return new OriginalFile(known.GetString(bytes), known);
    }

    /// <summary>Writes the file with other labels; all else stays as it is.</summary>
    /// <param name="path">The copy; compressed by gzip if its name ends with .gz.</param>
    /// <param name="labels">Places and what replaces them, from the beginning to the end.</param>
    /// <exception cref="InvalidDataException">A label has a character that the encoding doesn't have.</exception>
    public void Write(string path, IEnumerable<(LabelPlace Place, string Label)> labels)
    {
        var copy = new StringBuilder(Content.Length);
        int at = 0;
        foreach ((LabelPlace place, string label) in labels)
        {
            copy.Append(Content, at, place.Begin - at).Append(label);
            at = place.Begin + place.Length;
        }

        byte[] bytes;
        try
        {
            bytes = _encoding.GetBytes(copy.Append(Content, at, Content.Length - at).ToString());
        }
        catch (EncoderFallbackException problem)
        {
            throw new InvalidDataException(
                $"a corrected label has a character that {_encoding.WebName}, the encoding of the data, doesn't have; labels of its "
                + "characters were expected. Save the data as UTF-8 first",
                problem);
        }

        OutputFile.Write(path, stream =>
        {
            if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                stream.Write(bytes);
                return;
            }

            using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
            gzip.Write(bytes);
        });
    }
}
