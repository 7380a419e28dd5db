using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace MaxPoolConvNet.Text;

/// <summary>
/// Reads a stream line by line, in blocks, and knows where each line stands, so that a byte that isn't of the encoding is reported
/// with its place. Lines end at \n or \r\n only.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class LineReader
{
    /// <summary>The longest line that is read, in bytes: what isn't a text file at all should not fill the memory.</summary>
    private const int DefaultMaximumLength = 1 << 28;

    private readonly ByteReader _bytes;
    private readonly string _name;
    private readonly LabeledTextEncoding _encoding;
    private readonly int _maximumLength;
    private char[] _chars = new char[1 << 10];
    private int _lineLength;
    private int _lineEndLength;
    private bool _isPastMark;

    public LineReader(Stream stream, string name, LabeledTextEncoding encoding, int maximumLength = DefaultMaximumLength)
    {
        _bytes = new ByteReader(stream, name);
        _name = name;
        _encoding = encoding;
        _maximumLength = maximumLength;
    }

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>The current line, without its end; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> Line => _chars.AsSpan(0, _lineLength);

    /// <summary>How the current line ends: \n, \r\n, or nothing where the stream ends.</summary>
    public ReadOnlySpan<char> LineEnd => _lineEndLength == 0 ? "" : _lineEndLength == 1 ? "\n" : "\r\n";

    /// <summary>The current line's number, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Goes on to the next line, if there is one.</summary>
    public bool Read()
    {
        ReadOnlySpan<byte> line = Next();
        if (line.IsEmpty) return false;
        if (line.Length == _maximumLength && line[^1] != '\n')
            throw Error(Number + 1, $"longer than {_maximumLength} bytes, the longest line that is read");
        _lineEndLength = line.EndsWith("\r\n"u8) ? 2 : line.EndsWith("\n"u8) ? 1 : 0;
        Number++;
        Decode(line[..^_lineEndLength]);
        _bytes.Skip(line.Length);
        return true;
    }

    /// <summary>The same, waiting for the stream asynchronously.</summary>
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

        return Read();
    }

    /// <summary>An error in the current line.</summary>
    public InvalidDataException Error(string message) => Error(Number, message);

    /// <summary>An error in a line.</summary>
    public InvalidDataException Error(long number, string message, Exception? cause = null) =>
        new($"{_name}, line {number}: {message}", cause);

    /// <summary>The next line with its end, at most as long as lines may be; empty at the end of the stream.</summary>
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
    }

    private void SkipMark()
    {
        if (_isPastMark) return;
        if (_bytes.Peek(ByteOrderMark.Length).SequenceEqual(ByteOrderMark)) _bytes.Skip(ByteOrderMark.Length);
        _isPastMark = true;
    }

    private InvalidDataException Broken(InvalidDataException cause) =>
        Error(Number + 1, "the gzip data are broken or cut off in or after this line", cause);

    private void Decode(ReadOnlySpan<byte> line)
    {
        if (_chars.Length < line.Length)
            _chars = new char[Math.Max(line.Length, _chars.Length * 2)];
        if (_encoding == LabeledTextEncoding.Latin1)
        {
            _lineLength = Encoding.Latin1.GetChars(line, _chars);
            return;
        }
        OperationStatus status = Utf8.ToUtf16(line, _chars, out int read, out _lineLength, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
        {
            throw Error(
                $"the byte 0x{line[read]:X2} at offset {_bytes.Offset + read} is not UTF-8; if the file is in Latin-1, "
                + $"set {nameof(LabeledTextFileOptions)}.{nameof(LabeledTextFileOptions.Encoding)} "
                + $"to {nameof(LabeledTextEncoding.Latin1)}");
        }
    }
}
