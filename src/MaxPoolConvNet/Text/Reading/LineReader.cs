using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace MaxPoolConvNet.Text;

/// <summary>
/// Reads a stream line by line, in blocks, and tracks positions, so that a byte that isn't valid in the encoding is reported with its
/// offset.
/// </summary>
/// <remarks>Lines end only with \n or \r\n, or with \r if that is the line feed. Not thread-safe.</remarks>
internal sealed class LineReader
{
    /// <summary>The longest line, in bytes, so that a file that isn't text doesn't fill the memory.</summary>
    private const int DefaultMaximumLength = 1 << 28;

    private const int MostShown = 20;

    private readonly ByteReader _bytes;
    private readonly string _name;
    private readonly int _maximumLength;
    private readonly byte _lineFeed;
    private char[] _chars = new char[1 << 10];
    private int _lineLength;
    private int _lineEndLength;
    private bool _isPastMark;

    /// <param name="stream">The text in UTF-8.</param>
    /// <param name="name">The name of the file, for messages.</param>
    /// <param name="maximumLength">The longest line, in bytes.</param>
    /// <param name="lineFeed">The byte that ends a line.</param>
    public LineReader(Stream stream, string name, int maximumLength = DefaultMaximumLength, byte lineFeed = (byte)'\n')
    {
        _bytes = new ByteReader(stream, name, lineFeed);
        _name = name;
        _lineFeed = lineFeed;
        _maximumLength = maximumLength;
    }

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>The current line, without its end; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> Line => _chars.AsSpan(0, _lineLength);

    /// <summary>The end of the current line: \n, \r\n or \r, or empty at the end of the stream.</summary>
    public ReadOnlySpan<char> LineEnd => _lineEndLength == 0 ? "" : _lineEndLength == 2 ? "\r\n" : _lineFeed == '\n' ? "\n" : "\r";

    /// <summary>The current line's number, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Reads the next line, if there is one.</summary>
    public bool Read()
    {
        ReadOnlySpan<byte> line = Next();
        if (line.IsEmpty) return false;
        if (line.Length == _maximumLength && line[^1] != _lineFeed)
            throw Error(Number + 1, $"longer than {_maximumLength} bytes, the longest line that is read");
        _lineEndLength = line[^1] != _lineFeed ? 0 : line.EndsWith("\r\n"u8) ? 2 : 1;
        Number++;
        Decode(line[..^_lineEndLength]);
        _bytes.Skip(line.Length);
        return true;
    }

    /// <summary>Reads the next line asynchronously, if there is one.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!_isPastMark) await _bytes.FillAsync(ByteOrderMark.Length, cancellationToken).ConfigureAwait(false);
            SkipMark();
            await _bytes.FillLineAsync(_maximumLength, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException broken)
        {
            throw Broken(broken);
        }
        catch (DecoderFallbackException other)
        {
            throw Misencoded(other);
        }

        return Read();
    }

    /// <summary>An error in the current line.</summary>
    public InvalidDataException Error(string message) => Error(Number, message);

    /// <summary>An error in a line.</summary>
    public InvalidDataException Error(long number, string message, Exception? cause = null) =>
        new($"{_name}, line {number}: {message}", cause);

    /// <summary>The next line with its end, up to the maximum length; empty at the end of the stream.</summary>
    private ReadOnlySpan<byte> Next()
    {
        try
        {
            SkipMark();
            return _bytes.PeekLine(_maximumLength);
        }
        catch (InvalidDataException broken)
        {
            throw Broken(broken);
        }
        catch (DecoderFallbackException other)
        {
            throw Misencoded(other);
        }
    }

    private void SkipMark()
    {
        if (_isPastMark) return;
        if (_bytes.Peek(ByteOrderMark.Length).SequenceEqual(ByteOrderMark)) _bytes.Skip(ByteOrderMark.Length);
        _isPastMark = true;
    }

    private InvalidDataException Broken(InvalidDataException cause) =>
        Error(Number + 1, "the gzip data are broken or cut off in or after this line", cause);

    private InvalidDataException Misencoded(DecoderFallbackException cause) =>
        Error(Number + 1, "bytes in or after this line aren't valid in the encoding of the file; set another encoding", cause);

    private void Decode(ReadOnlySpan<byte> line)
    {
        if (_chars.Length < line.Length)
            _chars = new char[Math.Max(line.Length, _chars.Length * 2)];
        OperationStatus status = Utf8.ToUtf16(line, _chars, out int read, out _lineLength, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
        {
            throw Error(
                $"the byte 0x{line[read]:X2} at offset {_bytes.Offset + read} is not UTF-8; "
                + $"if the word is \"{InWindows1252(line, read)}\", "
                + $"set {nameof(LabeledTextFileOptions)}.{nameof(LabeledTextFileOptions.Encoding)} to windows-1252; if not, the file "
                + "may be in windows-1250 (Central Europe), windows-1251 (Cyrillic), gb18030 (Chinese) or shift_jis (Japanese)");
        }

        if (_bytes.HasNul && line.Contains((byte)0))
            throw Error("a NUL character; the file isn't text, or its encoding must be set");
    }

    /// <summary>The word that a byte belongs to, or what of it is near.</summary>
    private static string InWindows1252(ReadOnlySpan<byte> line, int at)
    {
        ReadOnlySpan<byte> before = line[Math.Max(0, at - MostShown)..at];
        ReadOnlySpan<byte> after = line[at..Math.Min(line.Length, at + MostShown)];
        int length = after.IndexOfAnyInRange<byte>(0, (byte)' ');
        int start = at - before.Length + before.LastIndexOfAnyInRange<byte>(0, (byte)' ') + 1;
        int end = length < 0 ? at + after.Length : at + length;
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(line[start..end]);
    }
}
