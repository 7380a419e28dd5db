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

    private readonly Stream _stream;
    private readonly string _name;
    private readonly LabeledTextEncoding _encoding;
    private readonly int _maximumLength;
    private byte[] _bytes = new byte[1 << 16];
    private char[] _chars = new char[1 << 10];
    private int _next;
    private int _end;
    private long _offsetOfBytes;
    private bool _atEnd;
    private int _lineLength;
    private int _lineEndLength;

    public LineReader(Stream stream, string name, LabeledTextEncoding encoding, int maximumLength = DefaultMaximumLength)
    {
        _maximumLength = maximumLength;
        _stream = stream;
        _name = name;
        _encoding = encoding;
    }

    /// <summary>The current line, without its end; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> Line => _chars.AsSpan(0, _lineLength);

    /// <summary>How the current line ends: \n, \r\n, or nothing where the stream ends.</summary>
    public ReadOnlySpan<char> LineEnd => _lineEndLength == 0 ? "" : _lineEndLength == 1 ? "\n" : "\r\n";

    /// <summary>The current line's number, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Goes on to the next line, if there is one.</summary>
    public bool Read()
    {
        if (Number == 0)
            SkipByteOrderMark();
        int length = FindLineFeed();
        if (length == 0)
            return false;
        Number++;
        ReadOnlySpan<byte> line = _bytes.AsSpan(_next, length);
        _lineEndLength = line.EndsWith("\r\n"u8) ? 2 : line.EndsWith("\n"u8) ? 1 : 0;
        Decode(line[..^_lineEndLength]);
        _next += length;
        return true;
    }

    /// <summary>An error in the current line.</summary>
    public InvalidDataException Error(string message) => Error(Number, message);

    /// <summary>An error in a line.</summary>
    public InvalidDataException Error(long number, string message, Exception? cause = null) =>
        new($"{_name}, line {number}: {message}", cause);

    private void SkipByteOrderMark()
    {
        while (_end < 3 && !_atEnd)
            Fill();
        if (_bytes.AsSpan(0, _end).StartsWith("\uFEFF"u8))
            _next = 3;
    }

    /// <summary>The length of the line that begins at <see cref="_next"/>, its end included; 0 at the end of the stream.</summary>
    private int FindLineFeed()
    {
        int searched = 0;
        while (true)
        {
            int at = _bytes.AsSpan(_next + searched, _end - _next - searched).IndexOf((byte)'\n');
            if (at >= 0)
                return searched + at + 1;
            searched = _end - _next;
            if (_atEnd)
                return searched;
            Fill();
        }
    }

    /// <summary>Reads on behind what is there, making room first: by dropping the lines done, or by growing.</summary>
    private void Fill()
    {
        if (_end == _bytes.Length)
        {
            if (_next == 0)
                Grow();
            _bytes.AsSpan(_next, _end - _next).CopyTo(_bytes);
            _offsetOfBytes += _next;
            _end -= _next;
            _next = 0;
        }
        try
        {
            int count = _stream.Read(_bytes.AsSpan(_end));
            _end += count;
            _atEnd = count == 0;
        }
        catch (InvalidDataException broken)
        {
            throw Error(Number + 1, "the gzip data are broken or cut off in or after this line", broken);
        }
    }

    private void Grow()
    {
        if (_bytes.Length >= _maximumLength)
            throw Error(Number + 1, $"longer than {_maximumLength} bytes, the longest line that is read");
        Array.Resize(ref _bytes, Math.Min(_bytes.Length * 2, _maximumLength));
    }

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
                $"the byte 0x{line[read]:X2} at offset {_offsetOfBytes + _next + read} is not UTF-8; if the file is in Latin-1, "
                + $"set {nameof(LabeledTextFileOptions)}.{nameof(LabeledTextFileOptions.Encoding)} "
                + $"to {nameof(LabeledTextEncoding.Latin1)}");
        }
    }
}
