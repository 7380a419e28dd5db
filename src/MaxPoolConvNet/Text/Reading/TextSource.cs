using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary>An opened file of texts, with its first bytes looked at: unpacked, its encoding known, and what it is not refused.</summary>
internal sealed class TextSource : IDisposable
{
    private const int SampleLength = 1 << 16;

    private readonly Stream _unpacked;
    private readonly Stream _content;

    private TextSource(Stream unpacked, ReadOnlyMemory<byte> first, bool isWhole, string name, string? encoding)
    {
        _unpacked = unpacked;
        Name = name;
        ForeignContent.Check(first.Span, name);
        Encoding? other = encoding is null ? TextEncodings.Detect(first.Span) : TextEncodings.Named(encoding);
        Encoding = other?.WebName.ToUpperInvariant() ?? TextEncodings.Utf8Name;
        var whole = new PrefixedStream(first, unpacked);
        _content = other is null ? whole : System.Text.Encoding.CreateTranscodingStream(whole, other, System.Text.Encoding.UTF8, leaveOpen: true);
        Sample = Decode(first.Span, isWhole, other);
        string known = isWhole ? Sample : Sample.TrimEnd('\r'); // a line feed may follow what has been read
        EndsAtReturns = !Sample.Contains('\n', StringComparison.Ordinal) && known.Contains('\r', StringComparison.Ordinal);
        int end = Sample.LastIndexOf(EndsAtReturns ? '\r' : '\n');
        if (!isWhole && end >= 0) Sample = Sample[..(end + 1)];
    }

    /// <summary>What errors call it.</summary>
    public string Name { get; }

    /// <summary>The name of its encoding.</summary>
    public string Encoding { get; }

    /// <summary>Its first lines, whole ones alone; the beginning of the first where that is longer than the sample.</summary>
    public string Sample { get; }

    /// <summary>Whether its lines end at carriage returns, as on old Macs.</summary>
    private bool EndsAtReturns { get; }

    /// <param name="stream">The bytes; left open.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="encoding">The name of its encoding; null to detect it.</param>
    /// <param name="waits">Whether to wait for 64 KB; else a line will do.</param>
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

        return new TextSource(unpacked, first.AsMemory(0, count), atEnd, name, encoding);
    }

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

        return new TextSource(unpacked, first.AsMemory(0, count), atEnd, name, encoding);
    }

    /// <summary>Its lines from the first one.</summary>
    public LineReader Lines() => new(_content, Name, lineFeed: LineFeed);

    /// <summary>The lines of the sample.</summary>
    public LineReader SampleLines() => new(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Sample)), Name, lineFeed: LineFeed);

    public void Dispose()
    {
        _content.Dispose();
        _unpacked.Dispose();
    }

    private byte LineFeed => EndsAtReturns ? (byte)'\r' : (byte)'\n';

    private static string Decode(ReadOnlySpan<byte> first, bool isWhole, Encoding? other)
    {
        var lenient = (Encoding)(other ?? System.Text.Encoding.UTF8).Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        Decoder decoder = lenient.GetDecoder();
        char[] chars = new char[decoder.GetCharCount(first, isWhole)];
        return new string(chars, 0, decoder.GetChars(first, chars, isWhole));
    }
}
