namespace MaxPoolConvNet.Text;

/// <summary>Reads a stream in blocks, looks ahead as far as asked, and knows the offset of the next byte.</summary>
/// <remarks>Not thread-safe. What is looked at is valid until the next call.</remarks>
/// <param name="stream">The stream, after gzip.</param>
/// <param name="name">What errors call it.</param>
internal sealed class ByteReader(Stream stream, string name)
{
    private byte[] _bytes = new byte[1 << 16];
    private int _next;
    private int _end;
    private bool _atEnd;

    /// <summary>How many bytes come before the next one.</summary>
    public long Offset { get; private set; }

    /// <summary>The next bytes, as many as asked for or until the end of the stream.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _next < count && !_atEnd)
            Fill();
        return _bytes.AsSpan(_next, Math.Min(count, _end - _next));
    }

    /// <summary>The next line with its line feed, or what there is of it until a length or the end of the stream.</summary>
    public ReadOnlySpan<byte> PeekLine(int maximumLength)
    {
        int searched = 0;
        while (true)
        {
            int available = Math.Min(_end - _next, maximumLength);
            int at = _bytes.AsSpan(_next + searched, available - searched).IndexOf((byte)'\n');
            if (at >= 0)
                return _bytes.AsSpan(_next, searched + at + 1);
            if (available == maximumLength || _atEnd)
                return _bytes.AsSpan(_next, available);
            searched = available;
            Fill();
        }
    }

    /// <summary>Goes on behind bytes that were looked at.</summary>
    public void Skip(int count)
    {
        _next += count;
        Offset += count;
    }

    /// <summary>Reads on behind what is there, making room first: by dropping the bytes done, or by growing.</summary>
    private void Fill()
    {
        if (_end == _bytes.Length)
        {
            if (_next == 0)
                Array.Resize(ref _bytes, _bytes.Length * 2);
            _bytes.AsSpan(_next, _end - _next).CopyTo(_bytes);
            _end -= _next;
            _next = 0;
        }
        try
        {
            int count = stream.Read(_bytes.AsSpan(_end));
            _end += count;
            _atEnd = count == 0;
        }
        catch (InvalidDataException broken)
        {
            throw new InvalidDataException(
                $"{name}, byte {Offset} after unpacking: the gzip data are broken or cut off at or after this byte", broken);
        }
    }
}
