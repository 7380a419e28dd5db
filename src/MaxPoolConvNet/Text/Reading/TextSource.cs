using System.Text;
using System.Text.Unicode;

namespace MaxPoolConvNet.Text;

/// <summary>An opened file of texts: decompressed, with its encoding detected, and checked to be text.</summary>
internal sealed class TextSource : IDisposable
{
    private const int SampleLength = 1 << 16;

    private readonly Stream _unpacked;
    private readonly Stream _content;
    private readonly ArraySegment<byte> _sample;

    private TextSource(Stream unpacked, ArraySegment<byte> first, bool isWhole, string name, string? encoding)
    {
        _unpacked = unpacked;
        Name = name;
        ForeignContent.Check(first, name);
        Encoding? other = encoding is null ? TextEncodings.Detect(first) : TextEncodings.Named(encoding);
        Encoding = other?.WebName.ToUpperInvariant() ?? TextEncodings.Utf8Name;
        var whole = new PrefixedStream(first, unpacked);
        _content = other is null
            ? whole
            : System.Text.Encoding.CreateTranscodingStream(whole, other, System.Text.Encoding.UTF8, leaveOpen: true);
        _sample = ToUtf8(first, isWhole, other);
        ReadOnlySpan<byte> known = isWhole ? Sample : Sample.TrimEnd((byte)'\r'); // a line feed may follow the bytes read so far
        EndsAtReturns = !Sample.Contains((byte)'\n') && known.Contains((byte)'\r');
        int end = Sample.LastIndexOf(LineFeed);
        if (!isWhole && end >= 0) _sample = _sample[..(end + 1)];
    }

    /// <summary>The name of the file, for messages.</summary>
    public string Name { get; }

    /// <summary>The name of the encoding.</summary>
    public string Encoding { get; }

    /// <summary>The first whole lines in UTF-8, or the beginning of the first line if it is longer than the sample.</summary>
    public ReadOnlySpan<byte> Sample => _sample;

    /// <summary>Whether lines end with carriage returns, as on old Macs.</summary>
    private bool EndsAtReturns { get; }

    /// <summary>Opens a stream and reads its first bytes.</summary>
    /// <param name="stream">The bytes; left open.</param>
    /// <param name="name">The name of the file, for messages.</param>
    /// <param name="encoding">The name of the encoding; null to detect it.</param>
    /// <param name="waits">Whether to wait for 64 KB; otherwise the first line is enough.</param>
    public static TextSource Open(Stream stream, string name, string? encoding, bool waits)
    {
        Stream unpacked = GzipContent.Open(stream);
        byte[] first = new byte[SampleLength];
        int count = 0;
        bool atEnd = false;
        try
        {
            while (count < first.Length && !atEnd && (waits || !first.AsSpan(0, count).Contains((byte)'\n')))
            {
                int read = unpacked.Read(first.AsSpan(count));
                count += read;
                atEnd = read == 0;
            }
        }
        catch (InvalidDataException broken)
        {
            unpacked.Dispose();
            unpacked = new BrokenStream(broken);
        }

        return new TextSource(unpacked, new ArraySegment<byte>(first, 0, count), atEnd, name, encoding);
    }

    /// <summary>Opens a stream and reads its first 64 KB, asynchronously.</summary>
    public static async ValueTask<TextSource> OpenAsync(Stream stream, string name, string? encoding, CancellationToken cancellationToken)
    {
        Stream unpacked = await GzipContent.OpenAsync(stream, cancellationToken).ConfigureAwait(false);
        byte[] first = new byte[SampleLength];
        int count = 0;
        bool atEnd = false;
        try
        {
            while (count < first.Length && !atEnd)
            {
                int read = await unpacked.ReadAsync(first.AsMemory(count), cancellationToken).ConfigureAwait(false);
                count += read;
                atEnd = read == 0;
            }
        }
        catch (InvalidDataException broken)
        {
            await unpacked.DisposeAsync().ConfigureAwait(false);
            unpacked = new BrokenStream(broken);
        }

        return new TextSource(unpacked, new ArraySegment<byte>(first, 0, count), atEnd, name, encoding);
    }

    /// <summary>A reader of all lines, from the first one.</summary>
    public LineReader Lines() => new(_content, Name, lineFeed: LineFeed);

    /// <summary>A reader of the lines of the sample.</summary>
    public LineReader SampleLines() => new(new MemoryStream(_sample.Array!, _sample.Offset, _sample.Count), Name, lineFeed: LineFeed);

    public void Dispose()
    {
        _content.Dispose();
        _unpacked.Dispose();
    }

    private byte LineFeed => EndsAtReturns ? (byte)'\r' : (byte)'\n';

    /// <summary>Converts bytes to UTF-8 and replaces invalid ones, which are reported when their line is read.</summary>
    private static ArraySegment<byte> ToUtf8(ArraySegment<byte> first, bool isWhole, Encoding? other)
    {
        if (other is null && Utf8.IsValid(first)) return first;
        var lenient = (Encoding)(other ?? System.Text.Encoding.UTF8).Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        Decoder decoder = lenient.GetDecoder();
        char[] chars = new char[decoder.GetCharCount(first, isWhole)];
        return System.Text.Encoding.UTF8.GetBytes(chars, 0, decoder.GetChars(first, chars, isWhole));
    }
}
