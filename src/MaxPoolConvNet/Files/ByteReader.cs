namespace MaxPoolConvNet.Text;

/// <summary>Reads a stream in blocks, with any lookahead, and tracks the offset of the next byte.</summary>
/// <remarks>Not thread-safe. Peeked bytes are valid until the next call.</remarks>
/// <param name="stream">The stream, already unpacked.</param>
/// <param name="name">The stream's name in errors.</param>
/// <param name="lineFeed">The byte that ends a line.</param>
internal sealed class ByteReader(Stream stream, string name, byte lineFeed = (byte)'\n')
{
    private byte[] _bytes = new byte[1 << 16];
    private int _next;
    private int _end;
    private bool _atEnd;

    /// <summary>The offset of the next byte.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether a line so far contains a NUL byte.</summary>
    public bool HasNul { get; private set; }

    /// <summary>Returns the next bytes: the requested number, or those up to the end of the stream.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _next < count && !_atEnd)
            Fill();
        return _bytes.AsSpan(_next, Math.Min(count, _end - _next));
    }

    /// <summary>Returns the next line with its line feed, or its start up to a length or the end of the stream.</summary>
    public ReadOnlySpan<byte> PeekLine(int maximumLength)
    {
        int searched = 0;
        int length;
        while (!TryFindLine(maximumLength, ref searched, out length))
            Fill();
        return _bytes.AsSpan(_next, length);
    }

    /// <summary>Buffers enough that <see cref="Peek"/> of a length doesn't read the stream.</summary>
    public async ValueTask FillAsync(int count, CancellationToken cancellationToken)
    {
        while (_end - _next < count && !_atEnd)
            await FillAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Buffers enough that <see cref="PeekLine"/> of a length doesn't read the stream.</summary>
    public async ValueTask FillLineAsync(int maximumLength, CancellationToken cancellationToken)
    {
        int searched = 0;
        while (!TryFindLine(maximumLength, ref searched, out _))
            await FillAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Skips peeked bytes.</summary>
    public void Skip(int count)
    {
        _next += count;
        Offset += count;
    }

    /// <summary>Searches the buffer for the end of the next line.</summary>
    /// <param name="maximumLength">The longest line.</param>
    /// <param name="searched">The length of the line that has been searched, before and after the call.</param>
    /// <param name="length">The line's length with its line feed, if it is known.</param>
    /// <returns>True if the length is known without further reading.</returns>
    private bool TryFindLine(int maximumLength, ref int searched, out int length)
    {
        int available = Math.Min(_end - _next, maximumLength);
        ReadOnlySpan<byte> unsearched = _bytes.AsSpan(_next + searched, available - searched);
        int at = unsearched.IndexOfAny(lineFeed, (byte)0);
        if (at >= 0 && unsearched[at] == 0)
        {
            HasNul = true;
            at = unsearched.IndexOf(lineFeed);
        }

        length = at < 0 ? available : searched + at + 1;
        searched = available;
        return at >= 0 || available == maximumLength || _atEnd;
    }

    /// <summary>Reads further bytes into the buffer.</summary>
    private void Fill()
    {
        MakeRoom();
        try
        {
            Add(stream.Read(_bytes.AsSpan(_end)));
        }
        catch (InvalidDataException broken)
        {
            throw Broken(broken);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        try
        {
            Add(await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false));
        }
        catch (InvalidDataException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>Makes room in the buffer, by dropping consumed bytes or by growing.</summary>
    private void MakeRoom()
    {
        if (_end < _bytes.Length) return;
        if (_next == 0) Array.Resize(ref _bytes, _bytes.Length * 2);
        _bytes.AsSpan(_next, _end - _next).CopyTo(_bytes);
        _end -= _next;
        _next = 0;
    }

    private void Add(int count)
    {
        _end += count;
        _atEnd = count == 0;
    }

    private InvalidDataException Broken(InvalidDataException cause) =>
        new($"{name}, byte {Offset} after unpacking: the gzip data are broken or cut off at or after this byte", cause);
}
